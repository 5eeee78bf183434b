import { z } from 'zod';
import { planDraftSchema } from '@/lib/plans/rules/draft';
import { idInput } from '@/lib/platform/input/id-input';
import { seenVersion } from '@/lib/platform/input/seen-version';

export const planKindSchema = z.enum(['SWITCHOVER', 'FAILOVER', 'REBUILD', 'FAILBACK']);
export type PlanKind = z.infer<typeof planKindSchema>;
export const planKindLabel: Record<PlanKind, string> = {
  SWITCHOVER: 'Switchover: planned, without loss',
  FAILOVER: 'Failover: the primary is lost',
  REBUILD: 'Rebuild: new machines and reloaded data',
  FAILBACK: 'Failback: back to the first primary',
};
/** The kind alone, where the meaning stands beside it. */
export const planKindWord: Record<PlanKind, string> = {
  SWITCHOVER: 'Switchover',
  FAILOVER: 'Failover',
  REBUILD: 'Rebuild',
  FAILBACK: 'Failback',
};

export const runModeSchema = z.enum(['LIVE', 'DRILL']);
export type RunMode = z.infer<typeof runModeSchema>;

const id = idInput('There is no such plan.');
const name = z.string().trim().min(1, 'Give the plan a name.').max(120, 'Use 120 characters or fewer.');

export const createPlanInput = z.object({
  serviceId: idInput('Choose a service from the list.'),
  kind: planKindSchema,
  name,
  draft: planDraftSchema.prefault({}),
});
export const saveDraftInput = z.object({ id, version: seenVersion, draft: planDraftSchema });
export const renamePlanInput = z.object({ id, version: seenVersion, name });
export const publishPlanInput = z.object({
  id,
  version: seenVersion,
  summary: z.string().trim().max(500, 'Use 500 characters or fewer.').default(''),
});
export const discardDraftInput = z.object({ id, version: seenVersion });
export const archivePlanInput = z.object({ id, version: seenVersion, archived: z.boolean().default(true) });
