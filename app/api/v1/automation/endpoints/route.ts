import { createEndpoint } from '@/lib/automation/commands/create';
import { endpointList } from '@/lib/automation/queries/list';
import { commandRoute, queryRoute } from '@/lib/http/route';

export const GET = queryRoute(endpointList);
export const POST = commandRoute(createEndpoint, { status: 201 });
