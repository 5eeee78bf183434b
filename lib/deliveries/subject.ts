import { AppError } from '@/lib/platform/errors';
import { subject } from '@/lib/platform/subject';

export const deliveries = subject({
  noun: 'delivery',
  table: 'delivery',
  select: {
    id: true,
    version: true,
    state: true,
    address: true,
    incidentId: true,
    reportId: true,
    claimedUntil: true,
  },
  answers: { id: true, state: true, version: true },
  words: { one: 'message', missing: 'There is no such message in the outbox.' },
});
type DeliverySubject = Awaited<ReturnType<typeof deliveries.lock>>;

/** What the events of one delivery are about. */
export function factsOf({ id, incidentId, reportId }: DeliverySubject) {
  return { deliveryId: id, incidentId, reportId };
}

/** @throws AppError `conflict` while a sender has it in its hands */
export function assertNotInFlight({ claimedUntil }: DeliverySubject, now: Date): void {
  if (!claimedUntil || claimedUntil <= now) return;
  throw new AppError('conflict', 'This message is being sent at this moment. Look again in a minute.');
}
