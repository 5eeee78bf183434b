import { commandRoute } from '@/lib/http/route';
import { openReport } from '@/lib/triage/commands/open';

export const POST = commandRoute(openReport);
