import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { loopback } from '@/scripts/demo/fleet/fleet-file';
import { listen } from '@/scripts/demo/fleet/listen';
import { sendJson } from '@/scripts/demo/fleet/plain-http';
import { reportSnapshots, storeName } from './heartbeat';
import { Snapshots } from './snapshots';
import { takeSnapshot } from './take-snapshot';

export interface StorePlan {
  folder: string;
  port: number;
  /** The front address that users are on: its data is worth keeping. */
  front: number;
}

const intervalMs = 5 * 60_000;
const lookMs = 3_000;

/** The snapshot store: takes a snapshot every five minutes, keeps the last ones, hands them out, tells Standby. */
export async function runStore({ folder, port, front }: StorePlan): Promise<void> {
  const snapshots = new Snapshots(folder);
  await listen(
    createServer(
      (request, response) => void serve(snapshots, front, request, response).catch(() => response.destroy()),
    ),
    port,
  );
  process.send?.({ ready: true });
  const look = async (): Promise<void> => {
    const newest = snapshots.newest();
    const due = !newest || Date.now() - Date.parse(newest.takenAt) >= intervalMs;
    if (due) await takeSnapshot(snapshots, loopback(front)).catch(() => {});
    await reportSnapshots(snapshots, folder, port);
  };
  for (;;) {
    await look();
    await new Promise((done) => setTimeout(done, lookMs));
  }
}

async function serve(
  snapshots: Snapshots,
  front: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://store');
  if (pathname === '/health') {
    const newest = snapshots.newest();
    const body = {
      status: 'ok',
      name: storeName,
      snapshots: snapshots.list().length,
      newest: newest?.takenAt ?? null,
    };
    return sendJson(response, 200, body);
  }
  if (pathname === '/snapshots' && request.method === 'POST') {
    return sendJson(response, 201, await takeSnapshot(snapshots, loopback(front)));
  }
  if (pathname === '/snapshots') return sendJson(response, 200, { snapshots: snapshots.list() });
  const id = /^\/snapshots\/([^/]+)$/.exec(pathname)?.[1];
  const bytes = id ? snapshots.bytes(decodeURIComponent(id)) : null;
  if (!bytes) return sendJson(response, 404, { error: 'There is no such snapshot. /snapshots lists them.' });
  // Of the bytes as they are now, so that whoever asks learns when they have suffered.
  const digest = createHash('sha256').update(bytes).digest('base64');
  response.writeHead(200, {
    'content-type': 'application/x-ndjson',
    'content-length': bytes.length,
    'repr-digest': `sha-256=:${digest}:`,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
