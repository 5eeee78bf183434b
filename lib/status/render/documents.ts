import type { PlainDocument } from '@/lib/status/documents/encode';
import { apiPaths, feedPaths } from '@/lib/status/rules/paths';
import type { PublicView } from '@/lib/status/rules/public-view';
import { assets } from './assets';
import { statusBadge } from './badge';
import { atomFeed, rssFeed } from './feeds';
import { pageContext, type Target } from './page-context';
import { pageDocuments } from './pages';
import { statuspageAnswers } from './statuspage';

function apiDocuments(view: PublicView): PlainDocument[] {
  const answers = statuspageAnswers(view);
  return Object.entries(apiPaths).map(([name, path]) => ({
    path,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(answers[name as keyof typeof answers]),
  }));
}

function feedDocuments(view: PublicView): PlainDocument[] {
  return [
    { path: feedPaths.atom, contentType: 'application/atom+xml; charset=utf-8', body: atomFeed(view) },
    { path: feedPaths.rss, contentType: 'application/rss+xml; charset=utf-8', body: rssFeed(view) },
    { path: feedPaths.badge, contentType: 'image/svg+xml; charset=utf-8', body: statusBadge(view) },
  ];
}

/** f(published state) → bytes: everything that is public at this moment, from one reading of the facts. */
export async function renderDocuments(view: PublicView, target: Target): Promise<PlainDocument[]> {
  const files = await assets();
  const page = pageContext(view, files, target);
  return [
    ...(await pageDocuments(view, page)),
    ...apiDocuments(view),
    ...feedDocuments(view),
    ...files.documents,
  ];
}
