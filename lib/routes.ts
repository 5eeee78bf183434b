import { auditRoutes } from '@/lib/audit/routes';
import { automationRoutes } from '@/lib/automation/routes';
import { checkRoutes } from '@/lib/checks/routes';
import { datasetRoutes } from '@/lib/datasets/routes';
import { deliveryRoutes } from '@/lib/deliveries/routes';
import { homeRoutes } from '@/lib/home/routes';
import type { Handled } from '@/lib/http/api/handled';
import { callBackRoutes } from '@/lib/http/routes/call-backs';
import { liveRoutes } from '@/lib/http/routes/live';
import { referenceRoutes } from '@/lib/http/routes/reference';
import { intakeRoutes } from '@/lib/http/routes/reports';
import { sessionRoutes } from '@/lib/http/routes/session';
import { incidentRoutes } from '@/lib/incidents/routes';
import { memberRoutes } from '@/lib/members/routes';
import { monitorRoutes } from '@/lib/monitors/routes';
import { planRoutes } from '@/lib/plans/routes';
import type { Callable, Route } from '@/lib/platform/route';
import { reportRoutes } from '@/lib/reports/routes';
import { resourceRoutes } from '@/lib/resources/routes';
import { runRoutes } from '@/lib/runs/routes';
import { serviceRoutes } from '@/lib/services/routes';
import { settingsRoutes } from '@/lib/settings/routes';
import { subscriberRoutes } from '@/lib/subscribers/routes';
import { suiteRoutes } from '@/lib/suites/routes';
import { timelineRoutes } from '@/lib/timeline/routes';
import { trackingRoutes } from '@/lib/tracking/routes';
import { triageRoutes } from '@/lib/triage/routes';
import { updateRoutes } from '@/lib/updates/routes';

const reference = referenceRoutes((): Record<string, Callable | Route | Handled> => apiRoutes);

/** Every address of the API, once. The dispatch, the typed client, the reference and the parity test read it. */
export const apiRoutes = {
  ...auditRoutes,
  ...automationRoutes,
  ...checkRoutes,
  ...datasetRoutes,
  ...deliveryRoutes,
  ...homeRoutes,
  ...incidentRoutes,
  ...memberRoutes,
  ...monitorRoutes,
  ...planRoutes,
  ...reportRoutes,
  ...resourceRoutes,
  ...runRoutes,
  ...serviceRoutes,
  ...settingsRoutes,
  ...subscriberRoutes,
  ...suiteRoutes,
  ...timelineRoutes,
  ...trackingRoutes,
  ...triageRoutes,
  ...updateRoutes,
  ...callBackRoutes,
  ...intakeRoutes,
  ...liveRoutes,
  ...sessionRoutes,
  ...reference,
};

export type ApiRoutes = typeof apiRoutes;
