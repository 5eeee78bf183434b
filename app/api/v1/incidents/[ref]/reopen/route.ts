import { commandRoute } from '@/lib/http/route';
import { reopenIncident } from '@/lib/incidents/commands/reopen';

export const POST = commandRoute(reopenIncident);
