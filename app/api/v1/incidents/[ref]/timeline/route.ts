import { queryRoute } from '@/lib/http/route';
import { incidentTimeline } from '@/lib/incidents/queries/timeline';

export const GET = queryRoute(incidentTimeline);
