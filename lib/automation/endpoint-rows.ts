import { samePlace } from '@/lib/automation/rules/address';
import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { endpointModeLabel } from './schema';

/** The endpoint's row, locked until the end of the transaction. @throws AppError `not_found` */
export async function lockEndpoint(tx: Tx, id: string) {
  await tx.$queryRaw`select id from automation_endpoint where id = ${id}::uuid for update`;
  const row = await tx.automationEndpoint.findUnique({ where: { id } });
  if (!row) throw new AppError('not_found', 'There is no such endpoint. Open the list again.');
  return row;
}

/** @throws AppError `conflict` when somebody saved the endpoint in between */
export function assertEndpointVersion(endpoint: { name: string; version: number }, version: number): void {
  if (endpoint.version === version) return;
  throw new AppError(
    'conflict',
    `${endpoint.name} was changed by somebody else in between. Reload it and enter your change again.`,
    { details: { version: endpoint.version } },
  );
}

/**
 * Every address in use belongs to one endpoint only, so that no drill ever reaches what a live run calls.
 * The table is locked, as two additions at once would not see each other.
 * @throws AppError `conflict` naming the other endpoint
 */
export async function assertOwnPlace(tx: Tx, url: string, exceptId: string | null): Promise<void> {
  await tx.$executeRaw`lock table automation_endpoint in share row exclusive mode`;
  const others = await tx.automationEndpoint.findMany({
    where: { archivedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { name: true, url: true, mode: true },
  });
  const taken = others.find((other) => samePlace(other.url, url));
  if (!taken) return;
  const message = `${taken.name} (${endpointModeLabel[taken.mode].toLowerCase()}) has this address already. Live runs and drills each need one of their own.`;
  throw new AppError('conflict', message, { fields: { url: [message] } });
}
