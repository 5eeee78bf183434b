import { commandRoute, queryRoute } from '@/lib/http/route';
import { createMonitor } from '@/lib/monitors/commands/create';
import { serviceMonitors } from '@/lib/monitors/queries/service-monitors';

export const GET = queryRoute(serviceMonitors);
export const POST = commandRoute(createMonitor, {
  status: 201,
  merge: (body, { slug }) => ({ ...body, service: slug }),
});
