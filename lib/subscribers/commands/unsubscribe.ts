import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { subscriberUnsubscribed } from '@/lib/subscribers/events';
import { subscriberLifecycle } from '@/lib/subscribers/lifecycle';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { type SubscriptionView, subscriptionViewSchema } from '@/lib/subscribers/queries/views';
import { unsubscribeInput } from '@/lib/subscribers/schema';
import { subscribers, subscriptionView } from '@/lib/subscribers/subject';

const byKind = { subscriber: 'SUBSCRIBER', member: 'MEMBER', system: 'SYSTEM' } as const;

/** Nothing more is sent to the address. Asked twice, it is done once. */
export const unsubscribe = command({
  input: unsubscribeInput,
  answer: subscriptionViewSchema,
  subject: subscribers,
  of: (input) => input.subscriberId,
  allow: permit(subscriberPolicy, 'subscriber.unsubscribe'),
  run: async ({ tx, subject, ctx, now, record }): Promise<SubscriptionView> => {
    if (subject.state === 'UNSUBSCRIBED') return subscriptionView(subject);
    subscriberLifecycle.assertMove(subject.state, 'UNSUBSCRIBED');
    const row = await subscribers.write(tx, subject, {
      state: 'UNSUBSCRIBED',
      unsubscribedAt: now,
      confirmTokenHash: null,
      confirmExpiresAt: null,
    });
    const { kind } = ctx.actor;
    const by = kind === 'member' || kind === 'system' ? byKind[kind] : byKind.subscriber;
    record(subscriberUnsubscribed({ subscriberId: subject.id, by }));
    return subscriptionView(row);
  },
});
