import { addCheck } from '@/lib/checks/commands/add';
import { incidentChecks } from '@/lib/checks/queries/incident-checks';
import { commandRoute, queryRoute } from '@/lib/http/route';

export const GET = queryRoute(incidentChecks);
export const POST = commandRoute(addCheck, { status: 201 });
