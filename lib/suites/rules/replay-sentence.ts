import { counted, plural } from '@/lib/language/words';
import type { SuiteCounts } from '@/lib/suites/queries/views';
import type { SuiteRunState } from '@/lib/suites/schema';

const cases = (count: number): string => counted(count, 'case');

/** How a replay stands, in one sentence. */
export function replaySentence(state: SuiteRunState, counts: SuiteCounts): string {
  const { total, matched, differed, explained } = counts;
  const done = matched + differed + explained;
  const red = `${differed} of ${cases(total)} ${plural(differed, 'differs', 'differ')} from the baseline`;
  const known = explained > 0 ? `${counted(explained, 'is', 'are')} explained` : '';
  switch (state) {
    case 'RUNNING':
      return `${done} of ${cases(total)} replayed${differed > 0 ? `, ${counted(differed, 'differs', 'differ')}` : ''}.`;
    case 'PASSED':
      return known
        ? `${matched} of ${cases(total)} ${plural(matched, 'matches', 'match')} the baseline, ${known}.`
        : `All ${cases(total)} match the baseline.`.replace('All 1 case match', 'The one case matches');
    case 'FAILED':
      return known ? `${red}, ${known}.` : `${red}.`;
    case 'ABORTED':
      return `Stopped after ${done} of ${cases(total)}; nothing is proven.`;
  }
}
