import { archiveMonitor } from '@/lib/monitors/commands/archive';
import { createMonitor } from '@/lib/monitors/commands/create';
import { editMonitor } from '@/lib/monitors/commands/edit';
import { pauseMonitor } from '@/lib/monitors/commands/pause';
import { serviceMonitors } from '@/lib/monitors/queries/service-monitors';
import { created, type Rows } from '@/lib/platform/route';

export const monitorRoutes = {
  'PATCH /monitors/:monitorId': editMonitor,
  'POST /monitors/:monitorId/archive': archiveMonitor,
  'POST /monitors/:monitorId/pause': pauseMonitor,
  'POST /services/:service/monitors': created(createMonitor),
  'GET /services/:service/monitors': serviceMonitors,
} satisfies Rows;
