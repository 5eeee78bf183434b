import { loopback, readCredentials } from '@/scripts/demo/fleet-file';
import type { Booked, Snapshots } from './snapshots';

export const storeName = 'store-1';

/** Tells Standby about each snapshot that it has not acknowledged yet. @returns whether any is left to be told */
export async function reportSnapshots(snapshots: Snapshots, folder: string, port: number): Promise<boolean> {
  const waiting = snapshots.list().filter(({ reported }) => !reported);
  const heartbeat = readCredentials(folder)?.heartbeat;
  for (const booked of heartbeat ? waiting : []) {
    if (!(await report(booked, heartbeat as { url: string; key: string }, port))) return true;
    snapshots.book({ ...booked, reported: true });
  }
  return !heartbeat && waiting.length > 0;
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
