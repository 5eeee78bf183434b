import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';

/** The dataset's row, locked until the end of the transaction. @throws AppError `not_found` */
export async function lockDataset(tx: Tx, id: string) {
  await tx.$queryRaw`select id from dataset where id = ${id}::uuid for update`;
  const dataset = await tx.dataset.findUnique({ where: { id } });
  if (!dataset) throw new AppError('not_found', 'There is no such dataset.');
  return dataset;
}

/** @throws AppError `conflict` when somebody saved it since `version` */
export function assertDatasetVersion(dataset: { name: string; version: number }, version: number): void {
  if (dataset.version === version) return;
  throw new AppError(
    'conflict',
    `${dataset.name} was saved by somebody else in between. Reload it and enter your change again.`,
    { details: { version: dataset.version } },
  );
}

/** @throws AppError `invalid` for a name that the service's datasets have already */
export async function refuseTakenName(
  tx: Tx,
  dataset: { id?: string; serviceId: string; name: string },
): Promise<void> {
  const { id, serviceId, name } = dataset;
  const other = await tx.dataset.findFirst({
    where: { serviceId, name, ...(id ? { id: { not: id } } : {}) },
    select: { archivedAt: true },
  });
  if (!other) return;
  const sentence = other.archivedAt
    ? 'An archived dataset of this service has this name. Bring that back, or choose another name.'
    : 'Another dataset of this service has this name. Choose another.';
  throw new AppError('invalid', sentence, { fields: { name: [sentence] } });
}
