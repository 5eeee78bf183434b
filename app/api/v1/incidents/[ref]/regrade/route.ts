import { commandRoute } from '@/lib/http/route';
import { regradeIncident } from '@/lib/incidents/commands/regrade';

export const POST = commandRoute(regradeIncident);
