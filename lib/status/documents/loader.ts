import { isInTrouble } from '@/lib/database/database-errors';
import { pool } from '@/lib/database/db';
import { onPositions } from '@/lib/platform/events/position-signal';
import { settings } from '@/lib/platform/process/environment';
import { logger } from '@/lib/platform/process/log';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import type { Running } from '@/lib/platform/process/repeat';
import { documentsChannel, lastPublication } from '@/lib/status/publishing/published';
import { loadPublicView } from '@/lib/status/queries/public-view';
import { renderDocuments } from '@/lib/status/render/documents';
import { pathOf } from '@/lib/status/rules/paths';
import { cacheDocuments, readCachedDocuments } from './disk-cache';
import { encodeDocument } from './encode';
import { currentDocuments, type DocumentSet, type StoredDocument, swapDocuments } from './store';

/** The disk copy is for the next start; once in a while is enough. */
const cacheEveryMs = 10_000;
const localRoundMs = 60_000;

interface Row {
  name: string;
  content_type: string;
  body: Buffer;
  etag: string;
}

/**
 * Takes over the newest publication: only what changed is read and compressed, then everything is swapped at once.
 * @returns whether there was a new one
 */
export async function loadDocuments(tries = 3): Promise<boolean> {
  const publication = await lastPublication(pool(), 'documents');
  if (!publication) return await loadLocally();
  const version = `${publication.fence}.${publication.asOf}`;
  const current = currentDocuments();
  if (current?.version === version) return false;
  const wanted = new Map(
    Object.entries(publication.manifest).map(([file, hash]) => [pathOf(file), { file, hash }]),
  );
  const documents = new Map<string, StoredDocument>();
  const missing: string[] = [];
  for (const [path, { file, hash }] of wanted) {
    const known = current?.documents.get(path);
    if (known?.hash === hash) documents.set(path, known);
    else missing.push(file);
  }
  const { rows } = await pool().query<Row>(
    'select name, content_type, body, etag from published_document where name = any($1)',
    [missing],
  );
  const loaded = await Promise.all(
    rows.map(({ name, content_type, body }) =>
      encodeDocument({ path: pathOf(name), contentType: content_type, body }),
    ),
  );
  for (const document of loaded) documents.set(document.path, document);
  // A publication between the two reads: what came does not belong together, the next one does.
  const torn = [...wanted].some(([path, { hash }]) => documents.get(path)?.hash !== hash);
  if (torn && tries > 1) return await loadDocuments(tries - 1);
  if (torn) throw new Error('The published documents do not fit their manifest.');
  swapDocuments({ asOf: publication.asOf, version, documents });
  return true;
}

/** No worker has published yet: this process makes the documents for itself, and stores nothing. */
async function loadLocally(): Promise<boolean> {
  const current = currentDocuments();
  if (current && Date.now() - Date.parse(current.asOf) < localRoundMs) return false;
  const view = await loadPublicView();
  const plain = await renderDocuments(view, 'app');
  const documents = await Promise.all(plain.map(encodeDocument));
  const set: DocumentSet = {
    asOf: view.asOf,
    version: `local.${view.asOf}`,
    documents: new Map(documents.map((document) => [document.path, document])),
  };
  swapDocuments(set);
  return true;
}

/** Follows the publications: at once by notification, at the latest after a second. */
export function startDocumentLoader(): Running {
  const { dataDir } = settings();
  let cached = { version: currentDocuments()?.version, at: 0 };
  let running: Promise<void> | null = null;
  let again = false;
  let away = false;

  const cache = async (force: boolean): Promise<void> => {
    const set = currentDocuments();
    if (!set || set.version === cached.version || (!force && Date.now() - cached.at < cacheEveryMs)) return;
    cached = { version: set.version, at: Date.now() };
    await cacheDocuments(dataDir, set);
  };
  const work = async (): Promise<void> => {
    while (again) {
      again = false;
      try {
        await loadDocuments();
        away = false;
        await cache(false);
      } catch (error) {
        if (!away) logger().warn({ err: error }, 'status documents: trying again each second');
        away = await isInTrouble(error);
      }
    }
    running = null;
  };
  const signal = onPositions(() => {
    again = true;
    running ??= work();
  }, [documentsChannel]);
  return {
    stop: async () => {
      await signal.stop();
      await running;
      await cache(true).catch(() => {});
    },
  };
}

const loader = oncePerProcess('document loader', startDocumentLoader);

/** Begins to follow the publications in this process, once, and resolves when there is something to show. */
export async function ensureDocuments(): Promise<void> {
  if (!currentDocuments()) {
    const cached = readCachedDocuments(settings().dataDir);
    if (cached) swapDocuments(cached);
  }
  loader();
  if (!currentDocuments()) await loadDocuments().catch(() => false);
}

export async function stopDocuments(): Promise<void> {
  await loader.forget()?.stop();
}
