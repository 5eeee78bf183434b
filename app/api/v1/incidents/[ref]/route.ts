import { queryRoute } from '@/lib/http/route';
import { incidentRead } from '@/lib/incidents/queries/read';

export const GET = queryRoute(incidentRead);
