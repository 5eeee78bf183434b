import { queryRoute } from '@/lib/http/route';
import { incidentTimeline } from '@/lib/timeline/read-timeline';

export const GET = queryRoute(incidentTimeline);
