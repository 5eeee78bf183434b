import { commandRoute } from '@/lib/http/route';
import { askReport } from '@/lib/triage/commands/ask';

export const POST = commandRoute(askReport);
