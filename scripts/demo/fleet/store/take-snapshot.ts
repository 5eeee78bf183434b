import type { Booked, Snapshots } from './snapshots';

/**
 * Copies what the serving shop holds, line by line as a new copy would. @throws with one sentence when that shop gave
 * nothing that could be loaded again
 */
export async function takeSnapshot(snapshots: Snapshots, front: string): Promise<Booked> {
  const takenAt = new Date();
  const answer = await fetch(`${front}/replication?after=0`, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.length === 0) throw new Error('The shop has no data.');
  return snapshots.add(bytes, takenAt);
}
