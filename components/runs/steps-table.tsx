'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { roundedDuration } from '@/lib/platform/rules/duration';
import type { RunStepView } from '@/lib/runs/queries/views';
import { actOnRun } from './act-on-run';
import { useRun } from './run-context';
import { currentRunStep } from './run-words';
import { StepState } from './step-state';
import { useSecond } from './use-second';

/** Every step with what was expected of it and what it took. */
export function StepsTable() {
  const run = useRun();
  const { steps } = run;
  const current = run.state === 'PRECHECK' ? undefined : currentRunStep(run);
  const behind = steps.filter(({ state }) => state === 'DONE' || state === 'SKIPPED').length;
  return (
    <Card as="section" aria-labelledby="run-steps">
      <CardHeader
        id="run-steps"
        title="Steps"
        level={3}
        meta={
          <span className="meta">
            {behind} of {steps.length} done
          </span>
        }
      />
      <ScrollRegion label="Recovery steps">
        <table className="run-steps w-full">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col" className="max-sm:hidden">
                Who
              </th>
              <th scope="col" className="num">
                Expected
              </th>
              <th scope="col" className="num">
                Actual
              </th>
              <th scope="col" className="max-md:hidden">
                Against the median
              </th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <StepRow key={step.id} step={step} isCurrent={step.id === current?.id} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}

const machine = ['AUTOMATED', 'CHECK', 'VERIFICATION', 'WAIT'];

function actorWords({ kind, member, state }: RunStepView): string {
  if (member) return member.name;
  if (machine.includes(kind)) return 'Auto';
  if (kind === 'APPROVAL') return state === 'PENDING' || state === 'RUNNING' ? 'Manager' : '–';
  return state === 'DONE' ? 'Auto' : '–';
}

const rowClass: Record<RunStepView['state'], string> = {
  PENDING: 'todo',
  RUNNING: 'done',
  DONE: 'done',
  FAILED: 'done',
  SKIPPED: 'todo',
  UNKNOWN: 'done',
};

function StepRow({ step, isCurrent }: { step: RunStepView; isCurrent: boolean }) {
  const { label, name, expectedSeconds, skipReason, note, sentence, state, shown } = step;
  const said = skipReason ? `Skipped: ${skipReason}` : (note ?? (isCurrent ? null : sentence));
  return (
    <tr className={isCurrent ? 'cur' : rowClass[state]} aria-current={isCurrent ? 'step' : undefined}>
      <th scope="row">
        {label} {name}
        {said ? <small>{said}</small> : null}
        {shown === false ? <small>Its probe did not show it: {sentence}</small> : null}
        {!isCurrent && step.acts.includes('retry') ? <RetryButton step={step} /> : null}
      </th>
      <td className="muted whitespace-nowrap max-sm:hidden">{actorWords(step)}</td>
      <td className="num whitespace-nowrap">
        {expectedSeconds === null ? '–' : roundedDuration(expectedSeconds)}
      </td>
      <ActualTime step={step} />
      <td>
        <StepState step={step} />
      </td>
    </tr>
  );
}

/** The two cells that move while the step is in work. */
function ActualTime({ step }: { step: RunStepView }) {
  const { now } = useRun();
  const { startedAt, finishedAt, expectedSeconds, state } = step;
  const going = startedAt !== null && finishedAt === null && state !== 'PENDING';
  const at = useSecond(now, going ? null : (finishedAt ?? now));
  const took = going ? Math.max(0, (at - Date.parse(startedAt)) / 1_000) : step.actualSeconds;
  const share = took === null || !expectedSeconds ? 0 : (100 * took) / expectedSeconds;
  return (
    <>
      <td className="num whitespace-nowrap" suppressHydrationWarning>
        {took === null || state === 'SKIPPED' ? '–' : roundedDuration(took)}
      </td>
      <td className="max-md:hidden" suppressHydrationWarning>
        <span className="run-bar" aria-hidden>
          <i style={{ '--p': `${Math.min(150, share)}%` }} suppressHydrationWarning />
        </span>
      </td>
    </>
  );
}

/** One that the plan carried on from, and that can be made good later. */
function RetryButton({ step }: { step: RunStepView }) {
  const run = useRun();
  const retry = useAct({
    ...actOnRun(run),
    call: (_, { version, key }) =>
      api('POST /runs/:ref/steps/:stepId/retry', { ref: run.ref, stepId: step.id, version }, { key }),
    refusal: 'toast',
  });
  return (
    <Button size="sm" icon="undo" pending={retry.pending} onClick={() => void retry.run()}>
      Try {step.label} again
    </Button>
  );
}
