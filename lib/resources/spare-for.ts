import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';

/** @throws AppError `invalid` at `serverId`: a spare stands in for a server of the catalogue */
export async function assertServer(tx: Tx, serverId: string | null | undefined): Promise<void> {
  if (!serverId) return;
  if ((await tx.server.count({ where: { id: serverId, archivedAt: null } })) > 0) return;
  const sentence = 'This server is not in the catalogue any more. Choose another.';
  throw new AppError('invalid', sentence, { fields: { serverId: [sentence] } });
}
