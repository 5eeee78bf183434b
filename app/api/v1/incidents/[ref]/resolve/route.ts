import { commandRoute } from '@/lib/http/route';
import { resolveIncident } from '@/lib/incidents/commands/resolve';

export const POST = commandRoute(resolveIncident);
