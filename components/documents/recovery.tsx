import { t } from '@/lib/language/catalogue';
import { roundedDuration } from '@/lib/platform/rules/duration';
import type { PageContext } from '@/lib/status/render/page-context';
import type { PublicRecovery } from '@/lib/status/rules/public-recovery';
import { recoveryBasis, recoveryExpectation, recoveryHeading } from '@/lib/status/rules/recovery';

type Step = PublicRecovery['steps'][number];

const stateKey = {
  done: 'recovery.stepDone',
  skipped: 'recovery.stepSkipped',
  current: 'recovery.stepNow',
  ahead: 'recovery.stepAhead',
} as const;

function stepTime({ state, seconds }: Step): string {
  return state === 'done' && seconds !== null ? roundedDuration(seconds) : t(stateKey[state]);
}

interface RecoveryProps {
  recovery: PublicRecovery | undefined;
  page: PageContext;
  level: 2 | 3;
}

/** How far a recovery is, in the steps that users read, and when it is expected to be over, where that is known. */
export function Recovery({ recovery, page, level }: RecoveryProps) {
  if (!recovery) return null;
  const reading = { zone: page.organisation.zone, asOf: page.asOf };
  const expectation = recoveryExpectation(recovery, reading);
  const basis = recoveryBasis(recovery, reading);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="inc-s recovery">
      <Heading>{recoveryHeading(recovery)}</Heading>
      {expectation && <p className="recovery-when">{expectation}</p>}
      <ol className="recovery-steps" aria-label={t('recovery.steps')}>
        {recovery.steps.map((step) => (
          <li
            key={step.name}
            className={step.state}
            {...(step.state === 'current' ? { 'aria-current': 'step' as const } : {})}
          >
            {step.name}
            <span>{stepTime(step)}</span>
          </li>
        ))}
      </ol>
      {basis && <p className="recovery-basis">{basis}</p>}
    </section>
  );
}
