import { subject } from '@/lib/platform/subject';
import type { SubscriptionView } from '@/lib/subscribers/queries/views';

const columns = {
  id: true,
  version: true,
  address: true,
  state: true,
  minimumSeverity: true,
  allServices: true,
  confirmTokenHash: true,
  confirmExpiresAt: true,
  services: { select: { service: { select: { slug: true } } } },
} as const;

export const subscribers = subject({
  noun: 'subscriber',
  table: 'subscriber',
  select: columns,
  answers: columns,
  words: {
    one: 'subscription',
    missing: 'There is no such subscription. It may have been deleted.',
  },
  // It belongs to whoever holds its link.
  own: (actor, { id }) => actor.kind === 'subscriber' && actor.subscriberId === id,
});
export type SubscriberSubject = Awaited<ReturnType<typeof subscribers.lock>>;

/** Whether the question to the owner of the address is still open. */
export function isAsked({ state, confirmExpiresAt }: SubscriberSubject, now: Date): boolean {
  return state === 'PENDING' && confirmExpiresAt !== null && confirmExpiresAt > now;
}

export function subscriptionView(row: SubscriberSubject): SubscriptionView {
  return {
    id: row.id,
    email: row.address,
    state: row.state,
    asked: isAsked(row, new Date()),
    allServices: row.allServices,
    services: row.allServices ? [] : row.services.map(({ service }) => service.slug),
    minimumSeverity: row.minimumSeverity,
  };
}
