import { skipCheck } from '@/lib/checks/commands/skip';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(skipCheck);
