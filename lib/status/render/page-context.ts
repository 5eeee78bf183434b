import { historyPath, incidentPath } from '@/lib/status/rules/paths';
import type { PublicOrganisation, PublicView } from '@/lib/status/rules/public-view';
import { monthKey, shiftMonth } from '@/lib/status/rules/times';
import type { Assets } from './assets';

/** In the app itself, or in a folder that any static server shows on another origin. */
export type Target = 'app' | 'folder';

/** What every part of a document needs besides its own facts. */
export interface PageContext {
  organisation: PublicOrganisation;
  /** When the facts were read, ISO 8601. */
  asOf: string;
  /** About what is over: its bytes stay the same from one publication to the next, so it has no age to tell. */
  settled: boolean;
  /** Goes before addresses of the app: empty in the app itself, STANDBY_URL in the folder. */
  app: string;
  /** In the folder a form of ours would come from another origin and be refused: it links instead. */
  forms: boolean;
  /** Where an incident is shown. The folder holds the newest ones; links to others lead to the app. */
  incidentLink: (ref: string) => string;
  /** The same for a page of the history. */
  historyLink: (month?: string, page?: number) => string;
  stylesheet: string;
  script: string;
  font: string;
}

export function pageContext(view: PublicView, assets: Assets, target: Target): PageContext {
  const { organisation, asOf, url } = view;
  const { stylesheet, script, font } = assets;
  const shared = { organisation, asOf, settled: false, stylesheet, script, font };
  if (target === 'app') {
    return { ...shared, app: '', forms: true, incidentLink: incidentPath, historyLink: historyPath };
  }
  const here = new Set(view.incidents.map(({ ref }) => ref));
  const months = new Set(historyMonths(view));
  return {
    ...shared,
    app: url,
    forms: false,
    incidentLink: (ref) => (here.has(ref) ? incidentPath(ref) : `${url}${incidentPath(ref)}`),
    historyLink: (month, page) => {
      const path = historyPath(month, page);
      return !month || months.has(month) ? path : `${url}${path}`;
    },
  };
}

/** For a page about something that is over; `asOf` is when that was. */
export function settledContext(page: PageContext, asOf: string): PageContext {
  return { ...page, asOf, settled: true };
}

/** The months that the view knows whole, newest first, from this month on and without a gap. */
export function historyMonths(view: Pick<PublicView, 'asOf' | 'organisation' | 'past'>): string[] {
  const { zone } = view.organisation;
  const newest = monthKey(view.asOf, zone);
  const oldest = view.past.map(({ startedAt }) => monthKey(startedAt, zone)).sort()[0] ?? newest;
  const months = [newest];
  for (let month = shiftMonth(newest, -1); month >= oldest; month = shiftMonth(month, -1)) months.push(month);
  return months;
}
