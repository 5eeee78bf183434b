import type { StoredEvent } from '@/lib/platform/events';
import {
  baselineRecorded,
  caseChanged,
  casesOrdered,
  differenceExplained,
  replayFinished,
  replayProgressed,
  replayStarted,
  suiteArchived,
  suiteCreated,
  suiteEdited,
  volatileIgnored,
} from './events';
import type { SuiteCounts, SuiteRunState } from './schema';

type Event = Pick<StoredEvent, 'type' | 'data'>;

const cases = (count: number) => (count === 1 ? '1 case' : `${count} cases`);

/** How a replay stands, in one sentence. */
export function replaySentence(state: SuiteRunState, counts: SuiteCounts): string {
  const { total, matched, differed, explained } = counts;
  const done = matched + differed + explained;
  const red = `${differed} of ${cases(total)} ${differed === 1 ? 'differs' : 'differ'} from the baseline`;
  const known = explained > 0 ? `${explained} ${explained === 1 ? 'is' : 'are'} explained` : '';
  switch (state) {
    case 'RUNNING':
      return `${done} of ${cases(total)} replayed${differed > 0 ? `, ${differed} differ` : ''}.`;
    case 'PASSED':
      return known
        ? `${matched} of ${cases(total)} match the baseline, ${known}.`
        : `All ${cases(total)} match the baseline.`.replace('All 1 case match', 'The one case matches');
    case 'FAILED':
      return known ? `${red}, ${known}.` : `${red}.`;
    case 'ABORTED':
      return `Stopped after ${done} of ${cases(total)}; nothing is proven.`;
  }
}

const changed = { ADDED: 'Case added to', EDITED: 'Case changed in', REMOVED: 'Case removed from' };

function describeChange(event: Event): string | null {
  if (suiteCreated.read(event)) return 'Verification suite added';
  if (suiteEdited.read(event)) return 'Verification suite renamed or described anew';
  const archived = suiteArchived.read(event);
  if (archived) return archived.archived ? 'Verification suite archived' : 'Verification suite brought back';
  const one = caseChanged.read(event);
  if (one) return `${changed[one.how]} a verification suite`;
  if (casesOrdered.read(event)) return 'Cases of a verification suite put in another order';
  const ignored = volatileIgnored.read(event);
  if (ignored) return `Values that change every time are no longer compared, in ${cases(ignored.cases)}`;
  return null;
}

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeSuiteEvent(event: Event): string | null {
  const recorded = baselineRecorded.read(event);
  if (recorded) return `Baseline ${recorded.number} recorded, ${cases(recorded.cases)}`;
  const started = replayStarted.read(event);
  if (started) return `Verification started, ${cases(started.total)}`;
  const progressed = replayProgressed.read(event);
  if (progressed) return `Verification: ${replaySentence('RUNNING', progressed)}`;
  const finished = replayFinished.read(event);
  if (finished) return `Verification: ${replaySentence(finished.state, finished)}`;
  const explained = differenceExplained.read(event);
  if (explained) return `A difference is explained. ${replaySentence(explained.state, explained)}`;
  return describeChange(event);
}
