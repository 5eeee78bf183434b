import { minutesBetween } from '@/components/ui/time-words';
import type { HomeSummary } from '@/lib/home/queries/summary-views';
import { capital, plural } from '@/lib/language/words';
import { exactDuration } from '@/lib/platform/rules/duration';

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function spelled(count: number, one: string, many: string): string {
  return `${words[count] ?? count} ${plural(count, one, many)}`;
}

const soonMinutes = 15;

/** Nothing is open and nothing waits to be read. */
export function isQuiet(summary: Pick<HomeSummary, 'open' | 'waiting'>): boolean {
  return summary.open.length === 0 && (summary.waiting?.count ?? 0) === 0;
}

/** What is true now, the most pressing thing first; `now` in milliseconds. */
export function homeSentence(summary: Pick<HomeSummary, 'open' | 'waiting'>, now: number): string {
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
