import { HistoryPage, MissingPage } from '@/components/documents/history-page';
import { IncidentPage } from '@/components/documents/incident-page';
import { StatusPage } from '@/components/documents/status-page';
import type { PlainDocument } from '@/lib/status/documents/encode';
import { homePath, incidentPath, missingPath } from '@/lib/status/rules/paths';
import { isOpen, type PublicIncident, type PublicView } from '@/lib/status/rules/public-view';
import { monthKey, shiftMonth } from '@/lib/status/rules/times';
import { type HistoryView, historyPages } from './history';
import { renderHtml } from './html';
import { type PageContext, settledContext } from './page-context';

const contentType = 'text/html; charset=utf-8';

export async function incidentDocument(incident: PublicIncident, page: PageContext): Promise<PlainDocument> {
  const own = isOpen(incident) ? page : settledContext(page, incident.updatedAt);
  const body = await renderHtml(<IncidentPage incident={incident} page={own} />);
  return { path: incidentPath(incident.ref), contentType, body };
}

export async function historyDocument(history: HistoryView, page: PageContext): Promise<PlainDocument> {
  const body = await renderHtml(<HistoryPage history={history} page={historyContext(history, page)} />);
  return { path: history.path, contentType, body };
}

/** A month that is over, unless something that began in it is still open. */
function historyContext({ month, incidents }: HistoryView, page: PageContext): PageContext {
  const over =
    month < monthKey(page.asOf, page.organisation.zone) && incidents.every(({ resolvedAt }) => resolvedAt);
  return over ? settledContext(page, `${shiftMonth(month, 1)}-01T00:00:00.000Z`) : page;
}

/** Every page that belongs to the current view. */
export async function pageDocuments(view: PublicView, page: PageContext): Promise<PlainDocument[]> {
  const noon = `${view.asOf.slice(0, 10)}T12:00:00.000Z`;
  const home = await renderHtml(<StatusPage view={view} page={page} />);
  const missing = await renderHtml(<MissingPage page={settledContext(page, noon)} />);
  const incidents = await Promise.all(view.incidents.map((incident) => incidentDocument(incident, page)));
  const history = await Promise.all(historyPages(view, page).map((entry) => historyDocument(entry, page)));
  return [
    { path: homePath, contentType, body: home },
    { path: missingPath, contentType, body: missing },
    ...incidents,
    ...history,
  ];
}
