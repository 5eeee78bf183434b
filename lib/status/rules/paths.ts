import type { Route } from 'next';
import { to } from '@/lib/platform/rules/to';

/** Every address of a public document, in one place; the fast lane, the routes and the links agree by it. */
export const apiPaths = {
  summary: '/api/v2/summary.json',
  status: '/api/v2/status.json',
  components: '/api/v2/components.json',
  incidents: '/api/v2/incidents.json',
  unresolved: '/api/v2/incidents/unresolved.json',
  maintenances: '/api/v2/scheduled-maintenances.json',
  upcoming: '/api/v2/scheduled-maintenances/upcoming.json',
  active: '/api/v2/scheduled-maintenances/active.json',
} as const;

export const feedPaths = {
  atom: '/feed.atom',
  rss: '/feed.rss',
  badge: '/badge.svg',
} as const;

export const assetPaths = {
  css: '/status.css',
  script: '/status.js',
  font: '/fonts/atkinson-next.woff2',
  icon: '/icon.svg',
} as const;

export const homePath = '/';
/** Not linked from anywhere: the body of a 404 answer, and the error page of a static host. */
export const missingPath = '/404.html';

/** Not /incidents/…, which is the console's. */
export function incidentPath(ref: string): Route {
  return to(`/status/${ref}`);
}

/** `month` as YYYY-MM; page 1 has no number. */
export function historyPath(month?: string, page = 1): Route {
  if (!month) return '/history';
  return page > 1 ? to(`/history/${month}/${page}`) : to(`/history/${month}`);
}

const fixed: ReadonlySet<string> = new Set<string>([
  homePath,
  missingPath,
  '/history',
  ...Object.values(apiPaths),
  ...Object.values(feedPaths),
  ...Object.values(assetPaths),
]);

const families = /^\/(status\/[^/]+|history\/[^/]+(\/[^/]+)?|api\/v2\/.*)$/;

/** Whether the address belongs to the documents, so that an unknown one among them is a 404 document. */
export function isDocumentPath(path: string): boolean {
  return fixed.has(path) || families.test(path);
}

const archived =
  /^\/(?:status\/(INC-\d{1,12})|history\/(\d{4}-(?:0[1-9]|1[0-2]))(?:\/([2-9]|[1-9]\d{1,4}))?)$/;

export type ArchivedPath = { ref: string } | { month: string; page: number };

/** The part of an address that older documents are made from, on demand; null for anything else. */
export function archivedPath(path: string): ArchivedPath | null {
  const match = archived.exec(path);
  if (!match) return null;
  if (match[1]) return { ref: match[1] };
  return { month: match[2] as string, page: Number(match[3] ?? 1) };
}

/** The file of an address under a public root: pages are folders with an index, so that any static server finds them. */
export function fileOf(path: string, html: boolean): string {
  if (!html || path === missingPath) return path.slice(1);
  return path === homePath ? 'index.html' : `${path.slice(1)}/index.html`;
}

export function pathOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '')}`;
}
