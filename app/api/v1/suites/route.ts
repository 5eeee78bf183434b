import { commandRoute, queryRoute } from '@/lib/http/route';
import { createSuite } from '@/lib/suites/commands/create';
import { listSuites } from '@/lib/suites/queries/list';

export const GET = queryRoute(listSuites);
export const POST = commandRoute(createSuite, { status: 201 });
