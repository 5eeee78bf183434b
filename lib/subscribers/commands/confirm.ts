import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { edited } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';
import { writeChoices } from '@/lib/subscribers/chosen-services';
import { subscriberConfirmed } from '@/lib/subscribers/events';
import { subscriberLifecycle } from '@/lib/subscribers/lifecycle';
import { changeLimits } from '@/lib/subscribers/limits';
import { confirmationHash } from '@/lib/subscribers/link';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { type SubscriptionView, subscriptionViewSchema } from '@/lib/subscribers/queries/views';
import { isSameChoice } from '@/lib/subscribers/rules/choices';
import { confirmInput } from '@/lib/subscribers/schema';
import { isAsked, type SubscriberSubject, subscribers, subscriptionView } from '@/lib/subscribers/subject';

/** Whether the link of the question still says yes to it. */
function isOpen(subject: SubscriberSubject, now: Date): boolean {
  const asked = subject.confirmTokenHash && Buffer.from(subject.confirmTokenHash);
  return isAsked(subject, now) && asked?.equals(confirmationHash(subject.id)) === true;
}

/** What confirming makes of the row; nothing of one that is confirmed. */
function confirming(subject: SubscriberSubject, now: Date) {
  if (subject.state === 'CONFIRMED') return null;
  subscriberLifecycle.assertMove(subject.state, 'CONFIRMED');
  if (!isOpen(subject, now)) {
    throw new AppError('precondition', 'This link has run out. Subscribe again, and we send you a new one.');
  }
  return {
    state: 'CONFIRMED',
    confirmedAt: now,
    unsubscribedAt: null,
    confirmTokenHash: null,
    confirmExpiresAt: null,
  } as const;
}

/**
 * The owner of the address says yes, to what they choose: whoever asked may have been another. Said twice, it is one yes.
 * @throws AppError `precondition` when the link has run out, `conflict` after they have unsubscribed, `invalid`
 */
export const confirmSubscription = command({
  input: confirmInput,
  answer: subscriptionViewSchema,
  subject: subscribers,
  of: (input) => input.subscriberId,
  allow: permit(subscriberPolicy, 'subscriber.confirm'),
  limits: changeLimits,
  run: async ({ tx, input, subject, now, record }): Promise<SubscriptionView> => {
    const columns = confirming(subject, now);
    const { services, minimumSeverity } = input;
    const asked = subscriptionView(subject);
    const wanted = edited(asked, { services, minimumSeverity });
    const stays = isSameChoice(asked, wanted);
    if (columns) record(subscriberConfirmed({ subscriberId: subject.id }));
    if (!stays) record(await writeChoices(tx, subject, wanted, columns ?? {}));
    else if (columns) await subscribers.write(tx, subject, columns);
    return subscriptionView(await subscribers.find(tx, subject.id));
  },
});
