import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { nameRows } from '@/lib/platform/events/names';
import { subject } from '@/lib/platform/subject';

/** Why the size of a snapshot was accepted: a text of a person, so it stands in the row and not in the log. */
nameRows('acceptance', 'snapshot', 'accepted_reason');

export const datasets = subject({
  noun: 'dataset',
  table: 'dataset',
  select: {
    id: true,
    version: true,
    serviceId: true,
    name: true,
    intervalMinutes: true,
    rpoMinutes: true,
    system: true,
    location: true,
    keepDays: true,
    archivedAt: true,
  },
  answers: { id: true, version: true },
  named: 'name',
  words: { one: 'dataset' },
});

export const snapshots = subject({
  noun: 'snapshot',
  table: 'snapshot',
  select: {
    id: true,
    datasetId: true,
    verifiedAt: true,
    missingAt: true,
    dataset: { select: { serviceId: true } },
  },
  answers: { id: true },
  words: { one: 'snapshot' },
});

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
