import { type Db, db } from '@/lib/database/db';
import { FairTurns } from '@/lib/platform/limits/fair-turns';
import { limit, type Network } from '@/lib/platform/limits/limit';
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

const atOnce = limit({
  name: 'old-pages:running',
  counts: 'older incidents and months that are read, so that reports have their connections',
  most: 3,
  beyond: 'waits for its turn; turns go round among networks',
});
const queue = limit({
  name: 'old-pages:waiting',
  counts:
    'older incidents and months that wait to be read; a full queue drops the last one of the network with the most',
  most: 500,
  beyond: 'refused',
});
const turns = new FairTurns(atOnce.most, queue.most, 'Many old pages are asked for. Try again in a moment.');

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

/** Kept for a minute, each made once at a time. */
function known(path: string): Cached['document'] | null {
  const found = cacheOf(currentDocuments()).get(path);
  return found && found.until > Date.now() ? found.document : null;
}

function makeAndKeep(path: string): Cached['document'] {
  const cache = cacheOf(currentDocuments());
  const document = make(path);
  cache.delete(path);
  cache.set(path, { until: Date.now() + cachedFor, document });
  if (cache.size > cachedMost) cache.delete(cache.keys().next().value as string);
  document.catch(() => cache.delete(path));
  return document;
}

/**
 * A page too old for the current set, made from the database; null for none.
 * @param from who asks; whoever asks for many waits for themselves
 * @throws AppError `unavailable` when too many are waiting
 */
export async function archivedDocument(path: string, from: Network = {}): Promise<StoredDocument | null> {
  const read = async () => await (known(path) ?? makeAndKeep(path));
  return await (known(path) ?? turns.take(from, read));
}
