import { loopback, readCredentials } from '@/scripts/demo/fleet/fleet-file';
import type { Booked, Snapshots } from './snapshots';

export const storeName = 'store-1';

/** Tells Standby about each snapshot that it has not acknowledged yet, oldest first. */
export async function reportSnapshots(snapshots: Snapshots, folder: string, port: number): Promise<void> {
  const heartbeat = readCredentials(folder)?.heartbeat;
  if (!heartbeat) return;
  for (const booked of snapshots.list().filter(({ reportedTo }) => reportedTo !== heartbeat.url)) {
    if (!(await report(booked, heartbeat, port))) return;
    snapshots.book({ ...booked, reportedTo: heartbeat.url });
  }
}

async function report(
  { id, takenAt, sizeBytes, checksum }: Booked,
  { url, key }: { url: string; key: string },
  port: number,
): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        externalId: id,
        takenAt,
        sizeBytes,
        checksum,
        system: storeName,
        location: `${loopback(port)}/snapshots/${id}`,
      }),
      signal: AbortSignal.timeout(10_000),
    });
    await answer.body?.cancel();
    // What is known under this name with another checksum will not be taken by asking again.
    return answer.ok || answer.status === 409;
  } catch {
    return false;
  }
}
