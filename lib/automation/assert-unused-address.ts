import { samePlace } from '@/lib/automation/rules/address';
import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { isolated } from '@/lib/platform/rules/isolate';
import { endpointModeLabel } from './schema';

/**
 * Every address in use belongs to one endpoint only, so that no drill ever reaches what a live run calls.
 * The table is locked, as two additions at once would not see each other.
 * @throws AppError `conflict` naming the other endpoint
 */
export async function assertUnusedAddress(tx: Tx, url: string, exceptId: string | null): Promise<void> {
  await tx.$executeRaw`lock table automation_endpoint in share row exclusive mode`;
  const others = await tx.automationEndpoint.findMany({
    where: { archivedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { name: true, url: true, mode: true },
  });
  const taken = others.find((other) => samePlace(other.url, url));
  if (!taken) return;
  const message = `${isolated(taken.name)} (${endpointModeLabel[taken.mode].toLowerCase()}) has this address already. Live runs and drills each need one of their own.`;
  throw new AppError('conflict', message, { fields: { url: [message] } });
}
