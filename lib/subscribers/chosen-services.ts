import type { Db, Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { subscriberChanged } from './events';
import type { Choices } from './schema';
import { type SubscriberSubject, subscribers } from './subject';

/**
 * The ids of chosen services. One that is not public is refused in the words of one that does not exist.
 * @throws AppError `invalid`
 */
export async function chosenServices(db: Db | Tx, slugs: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(slugs)];
  if (wanted.length === 0) return [];
  const rows = await db.service.findMany({
    where: { slug: { in: wanted }, visibility: 'PUBLIC', archivedAt: null },
    select: { id: true },
  });
  if (rows.length === wanted.length) return rows.map(({ id }) => id);
  const reason = 'One of the services is not on the list any more. Choose again.';
  throw new AppError('invalid', reason, { fields: { services: [reason] } });
}

/** Replaces what a subscriber follows. None means all services. */
export async function writeServices(
  tx: Tx,
  subscriberId: string,
  serviceIds: readonly string[],
): Promise<void> {
  await tx.subscriberService.deleteMany({ where: { subscriberId } });
  await tx.subscriberService.createMany({
    data: serviceIds.map((serviceId) => ({ subscriberId, serviceId })),
  });
}

/**
 * Writes what the owner of the address wants to be told about, with what else becomes of the row.
 * @returns the event that says so @throws AppError `invalid`
 */
export async function writeChoices(
  tx: Tx,
  row: SubscriberSubject,
  { services, minimumSeverity }: Choices,
  columns: Parameters<typeof subscribers.write>[2] = {},
) {
  const serviceIds = await chosenServices(tx, services);
  const allServices = serviceIds.length === 0;
  await subscribers.write(tx, row, { ...columns, allServices, minimumSeverity });
  await writeServices(tx, row.id, serviceIds);
  return subscriberChanged({
    subscriberId: row.id,
    serviceIds: allServices ? null : serviceIds,
    minimumSeverity,
  });
}
