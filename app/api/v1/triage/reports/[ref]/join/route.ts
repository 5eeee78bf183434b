import { commandRoute } from '@/lib/http/route';
import { joinReport } from '@/lib/triage/commands/join';

export const POST = commandRoute(joinReport);
