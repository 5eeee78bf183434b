import { archiveEndpoint } from '@/lib/automation/commands/archive';
import { createEndpoint } from '@/lib/automation/commands/create';
import { editEndpoint } from '@/lib/automation/commands/edit';
import { rotateEndpointSecret } from '@/lib/automation/commands/rotate-secret';
import { endpointList } from '@/lib/automation/queries/list';
import { created, type Rows } from '@/lib/platform/route';

export const automationRoutes = {
  'GET /automation/endpoints': endpointList,
  'POST /automation/endpoints': created(createEndpoint),
  'PATCH /automation/endpoints/:id': editEndpoint,
  'POST /automation/endpoints/:id/archive': archiveEndpoint,
  'POST /automation/endpoints/:id/secret': rotateEndpointSecret,
} satisfies Rows;
