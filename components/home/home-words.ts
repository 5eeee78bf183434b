import { minutesBetween } from '@/components/ui/time-words';
import type { HomeSummary } from '@/lib/home/queries/summary-views';
import { capital, plural } from '@/lib/language/words';
import { exactDuration } from '@/lib/platform/rules/duration';

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function spelled(count: number, one: string, many: string): string {
  return `${words[count] ?? count} ${plural(count, one, many)}`;
}

const soonMinutes = 15;

type Told = Pick<HomeSummary, 'open' | 'waiting'> & Partial<Pick<HomeSummary, 'findings'>>;

/** Nothing is open, nothing waits to be read, and no data is being lost. */
export function isQuiet({ open, waiting, findings }: Told): boolean {
  return open.length === 0 && (waiting?.count ?? 0) === 0 && losing(findings) === 0;
}

const losing = (findings: HomeSummary['findings'] = []) =>
  findings.filter(({ kind }) => kind === 'OLD_PRIMARY').length;

/** What is true now, the most pressing thing first; `now` in milliseconds. */
export function homeSentence(summary: Told, now: number): string {
  const lost = losing(summary.findings);
  if (lost > 0) return capital(spelled(lost, 'old primary takes writes', 'old primaries take writes'));
  const left = summary.open.flatMap(({ promise }) => (promise ? [minutesBetween(now, promise.dueAt)] : []));
  const late = left.filter((minutes) => minutes < 0).length;
  if (late > 0) {
    return capital(spelled(late, 'promised update is late', 'promised updates are late'));
  }
  const soon = left.filter((minutes) => minutes <= soonMinutes).length;
  if (soon > 0) {
    const due = spelled(soon, 'update is due', 'updates are due');
    return capital(`${due} in the next ${exactDuration(soonMinutes * 60)}`);
  }
  const waiting = summary.waiting?.count ?? 0;
  if (waiting > 0) {
    return capital(spelled(waiting, 'report is waiting to be read', 'reports are waiting to be read'));
  }
  if (summary.open.length > 0) {
    return capital(spelled(summary.open.length, 'incident is open', 'incidents are open'));
  }
  return 'All quiet';
}
