import type { AttemptView, DeliveryView } from '@/lib/deliveries/queries/views';
import { attemptOutcomeLabel } from '@/lib/deliveries/schema';
import { clockOf } from '@/lib/language/time';
import { counted } from '@/lib/language/words';
import { exactDuration } from '@/lib/platform/rules/duration';

/** "14:10:04": tries come seconds after another. Seconds are the same in every zone. */
function clockWithSeconds(at: string, zone: string): string {
  return `${clockOf(at, zone)}:${at.slice(17, 19)}`;
}

function outcomeWords({ outcome, startedAt, finishedAt }: AttemptView): string {
  const label = attemptOutcomeLabel[outcome];
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return outcome === 'NO_ANSWER' || outcome === 'SENT' ? `${label} in ${exactDuration(seconds)}` : label;
}

function NextTry({ delivery, zone }: { delivery: DeliveryView; zone: string }) {
  const later = delivery.laterTries.map((at) => clockWithSeconds(at, zone));
  if (delivery.state !== 'RETRY' || !delivery.nextTryAt) return null;
  return (
    <li>
      <time dateTime={delivery.nextTryAt}>{clockWithSeconds(delivery.nextTryAt, zone)}</time>
      <span className="muted">
        Next try{later.length > 0 ? `, then ${later.join(', ')}` : ', the last one'}
      </span>
    </li>
  );
}

function Attempt({ attempt, zone }: { attempt: AttemptView; zone: string }) {
  return (
    <li>
      <time dateTime={attempt.startedAt}>{clockWithSeconds(attempt.startedAt, zone)}</time>
      <span>
        {outcomeWords(attempt)}
        {attempt.answer ? (
          <>
            <br />
            <span className="muted break-words">{attempt.answer}</span>
          </>
        ) : null}
      </span>
    </li>
  );
}

const atOnce = 3;

/** Every try with what the server answered, the oldest first; all but the last three are folded away. */
export function DeliveryAttempts({ delivery, zone }: { delivery: DeliveryView; zone: string }) {
  const { attemptList, state } = delivery;
  if (attemptList.length === 0 && state !== 'RETRY') return null;
  const earlier = attemptList.slice(0, -atOnce);
  return (
    <>
      {earlier.length > 0 ? (
        <details className="delivery-earlier">
          <summary>{counted(earlier.length, 'earlier try', 'earlier tries')}</summary>
          <ol className="delivery-tries">
            {earlier.map((attempt) => (
              <Attempt key={attempt.number} attempt={attempt} zone={zone} />
            ))}
          </ol>
        </details>
      ) : null}
      <ol className="delivery-tries" aria-label="Tries">
        {attemptList.slice(-atOnce).map((attempt) => (
          <Attempt key={attempt.number} attempt={attempt} zone={zone} />
        ))}
        <NextTry delivery={delivery} zone={zone} />
      </ol>
    </>
  );
}
