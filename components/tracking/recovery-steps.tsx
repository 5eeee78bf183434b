import { t } from '@/lib/language/catalogue';
import { roundedDuration } from '@/lib/platform/rules/duration';
import type { TrackRecovery } from '@/lib/tracking/queries/views';

type Step = TrackRecovery['steps'][number];

const stateKey = {
  done: 'recovery.stepDone',
  skipped: 'recovery.stepSkipped',
  current: 'recovery.stepNow',
  ahead: 'recovery.stepAhead',
} as const;

function stepTime({ state, seconds }: Step): string {
  return seconds === null ? t(stateKey[state]) : roundedDuration(seconds);
}

/** How far the recovery is, as on the status page. */
export function RecoverySteps({ recovery }: { recovery: TrackRecovery | null }) {
  if (!recovery) return null;
  return (
    <div className="recovery">
      <h2>{recovery.heading}</h2>
      {recovery.expectation ? <p className="recovery-when">{recovery.expectation}</p> : null}
      <ol className="recovery-steps" aria-label={t('recovery.steps')}>
        {recovery.steps.map((step) => (
          <li
            key={step.name}
            className={step.state}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {step.name}
            <span>{stepTime(step)}</span>
          </li>
        ))}
      </ol>
      {recovery.basis ? <p className="recovery-basis">{recovery.basis}</p> : null}
    </div>
  );
}
