import { z } from 'zod';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import type { SubscriptionView } from '@/lib/subscribers/schema';
import { findSubscriber, isOwnSubscription, subscriptionView } from '@/lib/subscribers/subject';

export const readSubscription = query({
  name: 'subscriber.read',
  input: z.object({ subscriberId: z.uuid() }),
  load: (db, input) => findSubscriber(db, input.subscriberId),
  allow: permit(subscriberPolicy, 'subscriber.read', isOwnSubscription),
  run: async ({ subject }): Promise<SubscriptionView> => subscriptionView(subject),
});
