import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { driveRun } from '@/lib/runs/driver/drive';
import type { Driving, Place } from '@/lib/runs/driver/driving';
import { claimRun } from '@/lib/runs/driver/lease';

/** Drives everything that is due until nothing is, as a worker would. */
export async function driveAll(holder = `driver-${newId()}`, at?: Driving['at']): Promise<void> {
  for (;;) {
    const lease = await claimRun(holder);
    if (!lease) return;
    await driveRun(lease, { stop: new AbortController().signal, ...(at ? { at } : {}) });
  }
}

/**
 * Drives until a place is reached at a step of this name (or at the run itself), and stays there for ever, like a
 * process that was killed: nothing of it happens afterwards, and its lease runs out.
 * @returns whether the place was reached
 */
export async function driveUntilDeath(place: Place, name: string): Promise<boolean> {
  let reached = false;
  const dead = new Promise<never>(() => {});
  let arrived: () => void = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const die: Driving['at'] = (where, about) => {
    if (where !== place || about.name !== name) return;
    reached = true;
    arrived();
    return dead;
  };
  await Promise.race([driveAll(`dead-${newId()}`, die), arrival]);
  if (reached) await expireLeases();
  return reached;
}

/** What time does to the lease of a dead driver. Its name goes, too, as the timer of one that only hangs would renew it. */
export async function expireLeases(): Promise<void> {
  await db().run.updateMany({
    where: { leaseHolder: { not: null } },
    data: { leaseHolder: 'dead', leaseExpiresAt: new Date(Date.now() - 1_000) },
  });
}
