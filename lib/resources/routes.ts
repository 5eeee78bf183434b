import { created, type Rows } from '@/lib/platform/route';
import { acceptAllocation } from '@/lib/resources/commands/accept';
import { archiveResource } from '@/lib/resources/commands/archive';
import { createResource } from '@/lib/resources/commands/create';
import { editResource } from '@/lib/resources/commands/edit';
import { extendAllocation } from '@/lib/resources/commands/extend';
import { refuseAllocation } from '@/lib/resources/commands/refuse';
import { releaseAllocation } from '@/lib/resources/commands/release';
import { requestAllocation } from '@/lib/resources/commands/request';
import { resourceBoard } from '@/lib/resources/queries/board';
import { myAllocations } from '@/lib/resources/queries/mine';
import { incidentAllocations } from '@/lib/resources/queries/of-incident';

export const resourceRoutes = {
  'POST /allocations': created(requestAllocation),
  'POST /allocations/:allocationId/accept': acceptAllocation,
  'POST /allocations/:allocationId/extend': extendAllocation,
  'POST /allocations/:allocationId/refuse': refuseAllocation,
  'POST /allocations/:allocationId/release': releaseAllocation,
  'GET /allocations/mine': myAllocations,
  'GET /incidents/:ref/allocations': incidentAllocations,
  'POST /incidents/:ref/allocations': created(requestAllocation),
  'GET /resources': resourceBoard,
  'POST /resources': created(createResource),
  'PATCH /resources/:resourceId': editResource,
  'POST /resources/:resourceId/archive': archiveResource,
} satisfies Rows;
