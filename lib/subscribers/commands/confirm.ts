import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { subscriberConfirmed } from '@/lib/subscribers/events';
import { subscriberLifecycle } from '@/lib/subscribers/lifecycle';
import { confirmationHash } from '@/lib/subscribers/link';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { type SubscriptionView, subscriptionViewSchema } from '@/lib/subscribers/queries/views';
import { confirmInput } from '@/lib/subscribers/schema';
import { type SubscriberSubject, subscribers, subscriptionView } from '@/lib/subscribers/subject';

function isOver(subject: SubscriberSubject, now: Date): boolean {
  const asked = subject.confirmTokenHash && Buffer.from(subject.confirmTokenHash);
  if (!asked?.equals(confirmationHash(subject.id))) return true;
  return subject.confirmExpiresAt === null || subject.confirmExpiresAt <= now;
}

/**
 * The owner of the address says yes. Said twice, it is one yes.
 * @throws AppError `precondition` when the link has run out, `conflict` after they have unsubscribed
 */
export const confirmSubscription = command({
  input: confirmInput,
  answer: subscriptionViewSchema,
  subject: subscribers,
  of: (input) => input.subscriberId,
  allow: permit(subscriberPolicy, 'subscriber.confirm'),
  run: async ({ tx, subject, now, record }): Promise<SubscriptionView> => {
    if (subject.state === 'CONFIRMED') return subscriptionView(subject);
    subscriberLifecycle.assertMove(subject.state, 'CONFIRMED');
    if (isOver(subject, now)) {
      throw new AppError(
        'precondition',
        'This link has run out. Subscribe again, and we send you a new one.',
      );
    }
    const row = await subscribers.write(tx, subject, {
      state: 'CONFIRMED',
      confirmedAt: now,
      unsubscribedAt: null,
      confirmTokenHash: null,
      confirmExpiresAt: null,
    });
    record(subscriberConfirmed({ subscriberId: subject.id }));
    return subscriptionView(row);
  },
});
