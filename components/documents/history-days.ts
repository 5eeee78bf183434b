import { asPast } from '@/lib/status/render/history';
import { isOpen, type PublicPastIncident, type PublicView } from '@/lib/status/rules/public-view';
import { dayKey, monthName, shiftDay, shortDay } from '@/lib/status/rules/times';

export interface HistoryDay {
  /** "Mon 8 June", "1 to 6 June" for days without a problem. */
  label: string;
  /** The incidents that began then; none for quiet days. */
  began: PublicPastIncident[];
  /** Incidents that began earlier and were not over. */
  went: PublicPastIncident[];
}

interface Day {
  date: string;
  began: PublicPastIncident[];
  went: PublicPastIncident[];
}

type HistoryFacts = Pick<
  PublicView,
  'asOf' | 'organisation' | 'past' | 'incidents' | 'services' | 'historyFrom'
>;

const noon = (date: string) => `${date}T12:00:00Z`;

function runLabel(first: string, last: string): string {
  if (first === last) return shortDay(noon(first), 'UTC');
  const [from, to] = [first, last].map((date) => ({
    day: Number(date.slice(8)),
    month: monthName(date.slice(0, 7)).split(' ')[0],
  })) as [{ day: number; month: string }, { day: number; month: string }];
  return from.month === to.month
    ? `${from.day} to ${to.day} ${to.month}`
    : `${from.day} ${from.month} to ${to.day} ${to.month}`;
}

/** Neighbouring days without a problem become one line. Newest first in, newest first out. */
function mergeQuiet(days: Day[]): HistoryDay[] {
  const lines: HistoryDay[] = [];
  let quiet: string[] = [];
  const flush = () => {
    const [last, first] = [quiet[0], quiet.at(-1)];
    if (first && last) lines.push({ label: runLabel(first, last), began: [], went: [] });
    quiet = [];
  };
  for (const day of days) {
    if (day.began.length === 0 && day.went.length === 0) {
      quiet.push(day.date);
      continue;
    }
    flush();
    lines.push({ label: shortDay(noon(day.date), 'UTC'), began: day.began, went: day.went });
  }
  flush();
  return lines;
}

/** The first day that anything is known about: nobody can say that the days before were quiet. */
function firstDay({ services, historyFrom, asOf, organisation }: HistoryFacts): string {
  const known = [...services.map(({ createdAt }) => createdAt), ...(historyFrom ? [historyFrom] : [])].sort();
  return dayKey(known[0] ?? asOf, organisation.zone);
}

/**
 * The last days before today, newest first, and today when something that began today is over already.
 * An open incident stands above on the page, but its days are never called quiet.
 */
export function recentDays(view: HistoryFacts, count = 14) {
  const { zone } = view.organisation;
  const today = dayKey(view.asOf, zone);
  const open = view.incidents.filter(isOpen).map(asPast);
  const spans = [...view.past, ...open].map((incident) => ({
    incident,
    from: dayKey(incident.startedAt, zone),
    to: dayKey(incident.resolvedAt ?? view.asOf, zone),
  }));
  const days: Day[] = [];
  const begin = firstDay(view);
  for (let back = 0; back <= count; back += 1) {
    const date = shiftDay(today, -back);
    if (date < begin) break;
    const began = spans.filter((span) => span.from === date).map((span) => span.incident);
    const went = spans.filter((span) => span.from < date && span.to >= date).map((span) => span.incident);
    if (back > 0 || began.some((incident) => incident.resolvedAt)) days.push({ date, began, went });
  }
  return mergeQuiet(days);
}
