import type { Rows } from '@/lib/platform/route';
import { incidentTimeline } from '@/lib/timeline/read-timeline';

export const timelineRoutes = {
  'GET /incidents/:ref/timeline': incidentTimeline,
} satisfies Rows;
