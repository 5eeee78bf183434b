import { runAllChecks } from '@/lib/checks/commands/run-all';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(runAllChecks);
