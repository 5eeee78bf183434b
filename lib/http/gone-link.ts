import { isUnread } from '@/lib/database/database-errors';
import { t } from '@/lib/language/catalogue';
import { openLink } from '@/lib/reports/links/open-link';
import { assetPaths } from '@/lib/status/rules/paths';
import { words } from '@/lib/status/rules/words';

const kinds = { track: 'tracking', 'report/confirm': 'report-confirm' } as const;
const privatePath = /^\/(track|report\/confirm)\/([^/]+)$/;

/**
 * 404 for a private link that was not made here, 410 for one that has ended, else null. The pages refuse such links
 * themselves; this is for the status, and for an answer that needs no script, which a page of Next cannot give.
 */
export async function goneLinkStatus(path: string): Promise<404 | 410 | null> {
  const [, place, token] = privatePath.exec(path) ?? [];
  if (!place || !token) return null;
  try {
    const { state } = await openLink(kinds[place as keyof typeof kinds], token);
    if (state === 'open') return null;
    return state === 'expired' ? 410 : 404;
  } catch (error) {
    // While the database is away nobody knows: the page says so.
    if (isUnread(error)) return null;
    throw error;
  }
}

/** As in the header of a document: a phone shows the first word. */
const navLink = (path: string, [first, more]: readonly string[]) =>
  `<a href="${path}">${first}<span class="hide-s">${more}</span></a>`;

/** A whole page in the look of the status page, with the way to a new link. */
export const goneLinkPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${t('error.link.title')}</title>
<link rel="preload" href="${assetPaths.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/status.css">
<link rel="icon" href="${assetPaths.icon}" type="image/svg+xml">
</head>
<body>
<header class="phead"><div class="wrap"><span class="brand"><img class="logo" src="${assetPaths.icon}" alt=""></span><nav aria-label="${words.main}"><a href="/">${words.status}</a>${navLink('/report', words.report)}${navLink('/track', words.track)}</nav></div></header>
<main id="main"><div class="wrap narrow">
<h1>${t('error.link.title')}</h1>
<p>${t('error.link.text')}</p>
<p class="links"><a class="btn primary" href="/track">${t('track.find.again')}</a> <a class="btn" href="/">${t('page.backToStatus')}</a></p>
</div></main>
</body>
</html>
`;
