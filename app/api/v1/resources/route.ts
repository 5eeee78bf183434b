import { commandRoute, queryRoute } from '@/lib/http/route';
import { createResource } from '@/lib/resources/commands/create';
import { resourceBoard } from '@/lib/resources/queries/board';

export const GET = queryRoute(resourceBoard);
export const POST = commandRoute(createResource, { status: 201 });
