import { isInTrouble } from '@/lib/database/database-errors';
import { type Db, db, pool } from '@/lib/database/db';
import { untilReadable } from '@/lib/database/health/read-or';
import type { EventName, EventNoun } from '@/lib/nouns';
import { onPositions } from '@/lib/platform/events/position-signal';
import { headPosition, readEvents } from '@/lib/platform/events/read-events';
import { type HeldLease, releaseLease, takeLease } from '@/lib/platform/jobs/lease';
import { settings } from '@/lib/platform/process/environment';
import { logger } from '@/lib/platform/process/log';
import { pause } from '@/lib/platform/process/pause';
import type { Running } from '@/lib/platform/process/repeat';
import { encodeDocument, hashOf } from '@/lib/status/documents/encode';
import type { StoredDocument } from '@/lib/status/documents/store';
import { loadPublicView } from '@/lib/status/queries/public-view';
import { renderDocuments } from '@/lib/status/render/documents';
import { publishFolder } from './folder';
import { lastPublication, type Manifest, named, noteFolder, storeDocuments } from './published';

const leaseName = 'publisher';
const leaseSeconds = 6;
const leaseRenewMs = 2_000;
/** Without an event the documents are made again this often: times go on, and readers see that somebody is there. */
const roundMs = 60_000;
/** A burst of events becomes one publication, and after each of them others have the machine for as long as it took. */
const restMs = { least: 100, most: 2_000 };

/** The events after which the public documents may read differently. */
const concerns: readonly (EventName | `${EventNoun}.`)[] = [
  'service.',
  'incident.',
  'update.',
  'settings.',
  'report.linked',
];

/** Of runs only the live ones: nobody outside reads of a drill. */
function concernsDocuments(type: string, mode: 'LIVE' | 'DRILL' = 'LIVE'): boolean {
  if (type.startsWith('run.')) return mode === 'LIVE';
  return concerns.some((begin) => type.startsWith(begin));
}

interface Published {
  position: bigint;
  at: number;
  manifest: Manifest;
}

/** Reads the facts once and makes everything from them; what is unchanged is not stored again. */
export class Publisher {
  private published: Published | null = null;
  private readonly encoded = new Map<string, StoredDocument>();

  constructor(private readonly database: Db = db()) {}

  /** Whether anything public happened since the last publication, or a round is over. */
  async isDue(now = Date.now()): Promise<boolean> {
    const { published } = this;
    if (!published || now - published.at >= roundMs) return true;
    for (;;) {
      const events = await readEvents(published.position, 500);
      const last = events.at(-1)?.position;
      if (events.some((event) => concernsDocuments(event.type, event.mode))) return true;
      if (!last) return false;
      published.position = last;
      if (events.length < 500) return false;
    }
  }

  /** @throws AppError `conflict` when another process holds the lease by now */
  async publish(lease: HeldLease): Promise<void> {
    // Read before the facts: an event that comes between is published twice, never missed.
    const position = await headPosition();
    const before = this.published?.manifest ?? (await lastPublication(pool(), 'documents'))?.manifest ?? {};
    const view = await loadPublicView(this.database);
    const documents = (await renderDocuments(view, 'app')).map(named);
    const storing = { lease, position, asOf: view.asOf };
    const manifest = await storeDocuments(pool(), { ...storing, documents, before });
    this.published = { position, at: Date.now(), manifest };
    const { publishDir } = settings();
    if (!publishDir) return;
    const plain = await renderDocuments(view, 'folder');
    const encoded = await Promise.all(plain.map((document) => this.encode(document)));
    await publishFolder({ dir: publishDir, fence: lease.fence, asOf: view.asOf, documents: encoded });
    await noteFolder(pool(), storing);
  }

  /** Another process publishes now: what this one knows is out of date. */
  forget(): void {
    this.published = null;
  }

  private async encode(plain: Awaited<ReturnType<typeof renderDocuments>>[number]): Promise<StoredDocument> {
    const bytes = typeof plain.body === 'string' ? Buffer.from(plain.body) : plain.body;
    const known = this.encoded.get(plain.path);
    if (known && known.hash === hashOf(bytes)) return known;
    const made = await encodeDocument({ ...plain, body: bytes });
    this.encoded.set(plain.path, made);
    return made;
  }
}

/** Publishes on every relevant event and once a minute, in the one process that holds the lease. */
export function startPublisher(holder: string): Running {
  const publisher = new Publisher();
  const abort = new AbortController();
  let lease: HeldLease | null = null;
  let wake: () => void = () => {};
  let woken = false;
  const signal = onPositions(() => {
    woken = true;
    wake();
  });

  const round = async (): Promise<void> => {
    const held = await takeLease(pool(), leaseName, holder, leaseSeconds);
    if (!held || held.fence !== lease?.fence) publisher.forget();
    lease = held;
    if (lease && (await publisher.isDue())) await publisher.publish(lease);
  };

  const work = async (): Promise<void> => {
    let away = false;
    while (!abort.signal.aborted) {
      woken = false;
      const began = performance.now();
      try {
        await round();
        away = false;
      } catch (error) {
        publisher.forget();
        const before = away;
        away = await isInTrouble(error);
        if (!before) logger().warn({ err: error, away }, 'publisher: trying again');
        await pause(500, abort.signal);
        await untilReadable(abort.signal);
      }
      const took = performance.now() - began;
      await pause(Math.min(Math.max(took, restMs.least), restMs.most), abort.signal);
      if (woken) continue;
      const nap = new AbortController();
      wake = () => nap.abort();
      await pause(leaseRenewMs, AbortSignal.any([abort.signal, nap.signal]));
    }
  };
  const done = work();
  return {
    stop: async () => {
      abort.abort();
      await signal.stop();
      await done;
      if (lease) await releaseLease(pool(), lease).catch(() => {});
    },
  };
}
