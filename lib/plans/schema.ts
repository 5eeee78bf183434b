import { z } from 'zod';
import { planDraftSchema } from '@/lib/plans/rules/draft';
import { idInput } from '@/lib/platform/input/id-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { line, lines } from '@/lib/platform/input/text';

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
const name = line(120, { missing: 'Give the plan a name.', long: 'Use 120 characters or fewer.' });

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
  summary: lines(500, { long: 'Use 500 characters or fewer.' }).default(''),
});
export const discardDraftInput = z.object({ id, version: seenVersion });
export const archivePlanInput = z.object({ id, version: seenVersion, archived: z.boolean().default(true) });
