import { type Db, db } from '@/lib/database/db';
import { oldestIncidentAt, pastIncidents, publicIncident } from '@/lib/status/queries/incidents';
import { currentContext } from '@/lib/status/render/current-context';
import { monthPages } from '@/lib/status/render/history';
import { historyDocument, incidentDocument } from '@/lib/status/render/pages';
import { archivedPath } from '@/lib/status/rules/paths';
import { monthKey } from '@/lib/status/rules/times';
import { encodeDocument } from './encode';
import { currentDocuments, type DocumentSet, type StoredDocument } from './store';

const cachedFor = 60_000;
const cachedMost = 400;
/** At once: old pages must not take the connections that reports need. */
const atOnce = 3;
const monthLimit = 5_000;

interface Cached {
  until: number;
  document: Promise<StoredDocument | null>;
}

/** With the set that was public when they were made: a publication may have taken something back. */
const caches = new WeakMap<DocumentSet, Map<string, Cached>>();

function cacheOf(set: DocumentSet | null): Map<string, Cached> {
  const cache = (set && caches.get(set)) ?? new Map<string, Cached>();
  if (set) caches.set(set, cache);
  return cache;
}

const waiting: (() => void)[] = [];
let busy = 0;

async function withPlace<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  busy += 1;
  try {
    return await work();
  } finally {
    busy -= 1;
    waiting.shift()?.();
  }
}

/** A month of the organisation's zone may begin up to a day before or after that of UTC. */
async function monthDocument(database: Db, month: string, number: number) {
  const page = await currentContext();
  const { zone } = page.organisation;
  const newest = monthKey(page.asOf, zone);
  if (month > newest) return null;
  const oldestAt = await oldestIncidentAt(database);
  const oldest = oldestAt ? monthKey(oldestAt, zone) : newest;
  if (month < oldest) return null;
  const start = Date.parse(`${month}-01T00:00:00Z`);
  const surrounding = await pastIncidents(database, {
    from: new Date(start - 86_400_000),
    to: new Date(start + 33 * 86_400_000),
    limit: monthLimit,
  });
  const incidents = surrounding.filter(({ startedAt }) => monthKey(startedAt, zone) === month);
  const history = monthPages(month, incidents, { newest, oldest }, page)[number - 1];
  return history ? await historyDocument(history, page) : null;
}

async function make(path: string): Promise<StoredDocument | null> {
  const wanted = archivedPath(path);
  if (!wanted) return null;
  const database = db();
  if ('month' in wanted) {
    const document = await monthDocument(database, wanted.month, wanted.page);
    return document ? await encodeDocument(document) : null;
  }
  const incident = await publicIncident(database, wanted.ref);
  if (!incident) return null;
  return await encodeDocument(await incidentDocument(incident, await currentContext()));
}

/** Pages too old for the current set: made from the database, kept for a minute, each made once at a time. */
export async function archivedDocument(path: string): Promise<StoredDocument | null> {
  const cache = cacheOf(currentDocuments());
  const known = cache.get(path);
  if (known && known.until > Date.now()) return await known.document;
  const document = withPlace(() => make(path));
  cache.delete(path);
  cache.set(path, { until: Date.now() + cachedFor, document });
  if (cache.size > cachedMost) cache.delete(cache.keys().next().value as string);
  document.catch(() => cache.delete(path));
  return await document;
}
