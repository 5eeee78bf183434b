import { archivePlan } from '@/lib/plans/commands/archive';
import { createPlan } from '@/lib/plans/commands/create';
import { discardDraft } from '@/lib/plans/commands/discard-draft';
import { publishPlan } from '@/lib/plans/commands/publish';
import { renamePlan } from '@/lib/plans/commands/rename';
import { saveDraft } from '@/lib/plans/commands/save-draft';
import { planList } from '@/lib/plans/queries/list';
import { planRead } from '@/lib/plans/queries/read';
import { planVersionRead } from '@/lib/plans/queries/read-version';
import { created, type Rows } from '@/lib/platform/route';

export const planRoutes = {
  'GET /plans': planList,
  'POST /plans': created(createPlan),
  'GET /plans/:id': planRead,
  'PATCH /plans/:id': renamePlan,
  'POST /plans/:id/archive': archivePlan,
  'PUT /plans/:id/draft': saveDraft,
  'DELETE /plans/:id/draft': discardDraft,
  'POST /plans/:id/publish': created(publishPlan),
  'GET /plans/:id/versions/:number': planVersionRead,
  'GET /services/:slug/plans': planList,
} satisfies Rows;
