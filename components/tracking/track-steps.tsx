import { Icon } from '@/components/ui/icon';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import type { TrackStep } from '@/lib/tracking/queries/views';

function labelOf({ step, state }: TrackStep): string {
  if (step === 'RECEIVED') return t('track.received');
  if (step === 'INVESTIGATING' && state === 'done') return t('track.step.found');
  return t(`track.step.${step}`);
}

/** Where the report is, from received to back to normal. Each step says its state in words for those who hear it. */
export function TrackSteps({ steps }: { steps: TrackStep[] }) {
  return (
    <ol className="stp">
      {steps.map((step, index) => (
        <li
          key={step.step}
          className={step.state === 'done' ? 'done' : step.state === 'current' ? 'cur' : undefined}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {step.state === 'done' ? <Icon name="check" /> : null}
          <b>{labelOf(step)}</b>
          <span className="sr">{t(`track.stepState.${step.state}`)} </span>
          {/* The cause was found when the next step began. */}
          <StepTime step={step} next={steps[index + 1]} />
        </li>
      ))}
    </ol>
  );
}

function StepTime({ step, next }: { step: TrackStep; next: TrackStep | undefined }) {
  const at = step.step === 'INVESTIGATING' && step.state === 'done' ? (next?.at ?? step.at) : step.at;
  if (!at) return null;
  return (
    <>
      {step.state === 'current' && step.step !== 'RECEIVED' ? `${t('track.since')} ` : null}
      <Time at={at} show="auto" />
    </>
  );
}
