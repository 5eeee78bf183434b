import { commandRoute, queryRoute } from '@/lib/http/route';
import { declareIncident } from '@/lib/incidents/commands/declare';
import { incidentList } from '@/lib/incidents/queries/list';

export const GET = queryRoute(incidentList);
export const POST = commandRoute(declareIncident, { status: 201 });
