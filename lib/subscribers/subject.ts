import type { Db, Tx } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { Prisma } from '@/prisma/generated/client';
import type { SubscriptionView } from './schema';

const select = {
  id: true,
  kind: true,
  address: true,
  state: true,
  minimumSeverity: true,
  allServices: true,
  confirmTokenHash: true,
  confirmExpiresAt: true,
  services: { select: { service: { select: { id: true, slug: true } } } },
} satisfies Prisma.SubscriberSelect;

export type SubscriberSubject = Prisma.SubscriberGetPayload<{ select: typeof select }>;

/** @throws AppError `not_found` */
export async function findSubscriber(database: Db | Tx, id: string): Promise<SubscriberSubject> {
  const row = await database.subscriber.findUnique({ where: { id }, select });
  if (!row) throw new AppError('not_found', 'There is no such subscription. It may have been deleted.');
  return row;
}

/** @throws AppError `not_found` */
export async function lockSubscriber(tx: Tx, id: string): Promise<SubscriberSubject> {
  await tx.$queryRaw`select id from subscriber where id = ${id}::uuid for update`;
  return await findSubscriber(tx, id);
}

/** A subscription is own to whoever holds its link. */
export function isOwnSubscription(actor: Actor, subject: { id: string }): boolean {
  return actor.kind === 'subscriber' && actor.subscriberId === subject.id;
}

export function subscriptionView(row: SubscriberSubject): SubscriptionView {
  return {
    id: row.id,
    email: row.address,
    state: row.state,
    allServices: row.allServices,
    services: row.allServices ? [] : row.services.map(({ service }) => service.slug),
    minimumSeverity: row.minimumSeverity,
  };
}
