import type { Rows } from '@/lib/platform/route';
import { incidentTimeline } from '@/lib/timeline/queries/read';

export const timelineRoutes = {
  'GET /incidents/:ref/timeline': incidentTimeline,
} satisfies Rows;
