import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { lockResource, type ResourceRow } from './rows';

/** Equipment or a vendor, locked. @throws AppError `not_found`, `precondition` of a person or a team */
export async function lockKept(tx: Tx, id: string): Promise<ResourceRow> {
  const row = await lockResource(tx, id);
  if (row.member || row.team) {
    const what = row.member ? 'A person' : 'A team';
    throw new AppError('precondition', `${what} is changed under People, not here.`);
  }
  return row;
}

/** @throws AppError `conflict` when the page that was acted on shows an older state */
export function assertResourceVersion(row: ResourceRow, seen: number | undefined): void {
  if (seen === undefined || seen === row.version) return;
  throw new AppError('conflict', `${row.name} was changed by somebody else meanwhile. Look at it again.`, {
    details: { version: row.version },
  });
}
