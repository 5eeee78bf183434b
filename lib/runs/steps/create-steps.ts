import type { Tx } from '@/lib/database/db';
import type { PlanContent, PlanStep } from '@/lib/plans/rules/content';
import { resolveVariables } from '@/lib/plans/rules/variables';
import type { RunMode } from '@/lib/plans/schema';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';

/** How long the look of a precheck may take, in seconds. */
const precheckTimeout = 90;

interface NewStep {
  phase: number;
  phaseName: string;
  step: PlanStep;
}

/** The precheck becomes phase 0: looked at like any check, and kept with the run. */
function prechecks(content: PlanContent): NewStep[] {
  return content.precheck.map(({ id, name, probe }) => ({
    phase: 0,
    phaseName: 'Precheck',
    step: {
      id,
      name,
      probe,
      kind: 'CHECK',
      detail: '',
      timeoutSeconds: precheckTimeout,
      onFailure: 'PAUSE',
      tries: 1,
      everySeconds: 1,
    },
  }));
}

/** Steps of every phase with the variables of the mode put in. @throws AppError `precondition` for an unknown variable */
export function resolveSteps(content: PlanContent, mode: RunMode): NewStep[] {
  const steps = content.phases.flatMap(({ name, steps: own }, index) =>
    own.map((step) => ({ phase: index + 1, phaseName: name, step })),
  );
  const resolved = resolveVariables([...prechecks(content), ...steps], content.variables, mode);
  if (!resolved.ok) throw new AppError('precondition', resolved.reason);
  return resolved.value;
}

/** How long each step took in the verified runs before, as the median in seconds. Seeded history and drills on paper do not count. */
async function medians(tx: Tx, stepIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ stepId: string; seconds: number }[]>`
    select s.step_id as "stepId", round(percentile_cont(0.5) within group (
        order by extract(epoch from s.finished_at - s.started_at)))::int as seconds
    from run_step s join run r on r.id = s.run_id
    where s.step_id = any(${stepIds}::uuid[]) and s.state = 'DONE' and s.started_at is not null
      and s.finished_at is not null and r.state = 'VERIFIED' and r.rta_seconds is not null and not r.demo_history
      and r.drill_kind is distinct from 'TABLETOP'
    group by s.step_id`;
  return new Map(rows.map(({ stepId, seconds }) => [stepId, seconds]));
}

/** Writes the steps of a new run: from here on, no edit of the plan changes them. */
export async function createSteps(tx: Tx, runId: string, steps: NewStep[]): Promise<void> {
  const expected = await medians(
    tx,
    steps.map(({ step }) => step.id),
  );
  await tx.runStep.createMany({
    data: steps.map(({ phase, phaseName, step }, index) => ({
      id: newId(),
      runId,
      stepId: step.id,
      phase,
      phaseName,
      position: index + 1,
      kind: step.kind,
      name: step.name,
      config: step,
      expectedSeconds: expected.get(step.id) ?? null,
      timeoutSeconds: step.timeoutSeconds,
    })),
  });
}
