'use client';

import { useNow } from '@/components/ui/clock';
import { Icon } from '@/components/ui/icon';
import { Time } from '@/components/ui/time';
import type { StageStep } from '@/lib/incidents/queries/views';
import { incidentStageLabel } from '@/lib/incidents/schema';

const classOf = { done: 'done', current: 'cur', skipped: 'passed', ahead: undefined } as const;
const day = 86_400_000;

/** The way from the first report to the end. Closing is shown once it is the next thing to do. */
export function StageChevrons({ stages }: { stages: readonly StageStep[] }) {
  const now = useNow();
  const over = stages.some((step) => step.stage === 'RESOLVED' && step.state !== 'ahead');
  const shown = stages.filter((step) => step.stage !== 'CLOSED' || over);
  return (
    <ol className="inc-stage" aria-label="Stages">
      {shown.map((step) => (
        <li
          key={step.stage}
          className={classOf[step.state]}
          aria-current={step.state === 'current' ? 'step' : undefined}
          title={step.by ? `${labelOf(step)} by ${step.by.name}` : undefined}
        >
          {step.state === 'done' ? <Icon name="check" /> : null}
          {labelOf(step)}{' '}
          {step.at ? (
            <small>
              <Time at={step.at} show={now - Date.parse(step.at) > day ? 'date' : 'clock'} />
            </small>
          ) : null}
          {step.state === 'skipped' ? <span className="sr">skipped</span> : null}
        </li>
      ))}
    </ol>
  );
}

function labelOf(step: StageStep): string {
  return step.stage === 'REPORTED' ? 'Reported' : incidentStageLabel[step.stage];
}
