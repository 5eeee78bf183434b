import { HistoryPage, MissingPage } from '@/components/documents/history-page';
import { IncidentPage } from '@/components/documents/incident-page';
import { StatusPage } from '@/components/documents/status-page';
import type { PlainDocument } from '@/lib/status/encode';
import { homePath, incidentPath, missingPath } from '@/lib/status/paths';
import type { PublicIncident, PublicView } from '@/lib/status/public-view';
import { type HistoryView, historyPages } from './history';
import { renderHtml } from './html';
import type { PageContext } from './page-context';

const contentType = 'text/html; charset=utf-8';

export async function incidentDocument(incident: PublicIncident, page: PageContext): Promise<PlainDocument> {
  const body = await renderHtml(<IncidentPage incident={incident} page={page} />);
  return { path: incidentPath(incident.ref), contentType, body };
}

export async function historyDocument(history: HistoryView, page: PageContext): Promise<PlainDocument> {
  const body = await renderHtml(<HistoryPage history={history} page={page} />);
  return { path: history.path, contentType, body };
}

/** Every page that belongs to the current view. */
export async function pageDocuments(view: PublicView, page: PageContext): Promise<PlainDocument[]> {
  const home = await renderHtml(<StatusPage view={view} page={page} />);
  const missing = await renderHtml(<MissingPage page={page} />);
  const incidents = await Promise.all(view.incidents.map((incident) => incidentDocument(incident, page)));
  const history = await Promise.all(historyPages(view, page).map((entry) => historyDocument(entry, page)));
  return [
    { path: homePath, contentType, body: home },
    { path: missingPath, contentType, body: missing },
    ...incidents,
    ...history,
  ];
}
