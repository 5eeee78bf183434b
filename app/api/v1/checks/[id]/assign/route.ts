import { assignCheck } from '@/lib/checks/commands/assign';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(assignCheck);
