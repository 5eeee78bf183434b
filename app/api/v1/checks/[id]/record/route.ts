import { recordCheck } from '@/lib/checks/commands/record';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(recordCheck);
