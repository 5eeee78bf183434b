import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';

const select = {
  id: true,
  channel: true,
  mode: true,
  state: true,
  incidentId: true,
  reportId: true,
  claimedUntil: true,
  version: true,
} as const;

/** @throws AppError `not_found` */
export async function lockDelivery(tx: Tx, id: string) {
  await tx.$queryRaw`select id from delivery where id = ${id}::uuid for update`;
  const row = await tx.delivery.findUnique({ where: { id }, select });
  if (!row) throw new AppError('not_found', 'There is no such message in the outbox.');
  return row;
}

export type DeliverySubject = Awaited<ReturnType<typeof lockDelivery>>;

/** What the events of one delivery are about. */
export function factsOf({ id, incidentId, reportId }: DeliverySubject) {
  return { deliveryId: id, incidentId, reportId };
}

/** @throws AppError `conflict` while a sender has it in its hands */
export function assertNotInFlight({ claimedUntil }: DeliverySubject, now: Date): void {
  if (!claimedUntil || claimedUntil <= now) return;
  throw new AppError('conflict', 'This message is being sent at this moment. Look again in a minute.');
}
