import { historyPath } from '@/lib/status/rules/paths';
import type { PublicPastIncident, PublicView } from '@/lib/status/rules/public-view';
import { monthKey, shiftMonth } from '@/lib/status/rules/times';
import { historyMonths, type PageContext } from './page-context';

const perPage = 100;

/** One page of one month; `newer` and `older` are addresses. */
export interface HistoryView {
  path: string;
  month: string;
  incidents: PublicPastIncident[];
  newer: string | null;
  older: string | null;
}

/**
 * The pages of one month. `newest` is the month of today; `oldest` is the first month that has anything, so that a
 * reader going back does not walk through empty years.
 */
export function monthPages(
  month: string,
  incidents: PublicPastIncident[],
  reach: { newest: string; oldest: string },
  page: Pick<PageContext, 'historyLink'>,
): HistoryView[] {
  const count = Math.max(1, Math.ceil(incidents.length / perPage));
  const newerMonth = month < reach.newest ? page.historyLink(shiftMonth(month, 1)) : null;
  const olderMonth = month > reach.oldest ? page.historyLink(shiftMonth(month, -1)) : null;
  return Array.from({ length: count }, (_, index) => ({
    path: historyPath(month, index + 1),
    month,
    incidents: incidents.slice(index * perPage, (index + 1) * perPage),
    newer: index > 0 ? page.historyLink(month, index) : newerMonth,
    older: index + 1 < count ? page.historyLink(month, index + 2) : olderMonth,
  }));
}

/** The history pages that belong to the current documents; `/history` itself is the first page of this month. */
export function historyPages(view: PublicView, page: Pick<PageContext, 'historyLink'>): HistoryView[] {
  const { zone } = view.organisation;
  const present = historyMonths(view);
  const newest = present[0] as string;
  const oldest = [...present, monthKey(view.historyFrom ?? view.asOf, zone)].sort()[0] as string;
  const all = [...view.incidents.filter(({ resolvedAt }) => !resolvedAt).map(asPast), ...view.past];
  const pages = present.flatMap((month) =>
    monthPages(
      month,
      all.filter(({ startedAt }) => monthKey(startedAt, zone) === month),
      { newest, oldest },
      page,
    ),
  );
  const [first] = pages;
  return first ? [{ ...first, path: historyPath() }, ...pages] : pages;
}

export function asPast(incident: PublicView['incidents'][number]): PublicPastIncident {
  const { ref, title, severity, startedAt, resolvedAt, services } = incident;
  return {
    ref,
    title,
    severity,
    startedAt,
    resolvedAt,
    services: services.map(({ name }) => name),
    summary: null,
  };
}
