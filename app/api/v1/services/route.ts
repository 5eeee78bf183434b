import { commandRoute, queryRoute } from '@/lib/http/route';
import { createService } from '@/lib/services/commands/create';
import { listServices } from '@/lib/services/queries';

export const GET = queryRoute(listServices);
export const POST = commandRoute(createService, { status: 201 });
