import { commandRoute, queryRoute } from '@/lib/http/route';
import { requestAllocation } from '@/lib/resources/commands/request';
import { incidentAllocations } from '@/lib/resources/queries/of-incident';

export const GET = queryRoute(incidentAllocations);
export const POST = commandRoute(requestAllocation, { status: 201 });
