import { listEvents } from '@/lib/audit/list-events';
import { queryRoute } from '@/lib/http/route';

export const GET = queryRoute(listEvents);
