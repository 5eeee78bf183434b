import { commandRoute } from '@/lib/http/route';
import { declineReport } from '@/lib/triage/commands/decline';

export const POST = commandRoute(declineReport);
