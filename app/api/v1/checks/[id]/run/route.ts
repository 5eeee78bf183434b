import { runCheckAgain } from '@/lib/checks/commands/run';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(runCheckAgain);
