import { z } from 'zod';
import { idInput } from '@/lib/platform/input/id-input';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { subscribers, subscriptionView } from '@/lib/subscribers/subject';
import { type SubscriptionView, subscriptionViewSchema } from './views';

export const readSubscription = query({
  name: 'subscriber.read',
  input: z.object({ subscriberId: idInput() }),
  answer: subscriptionViewSchema,
  load: (db, input) => subscribers.find(db, input.subscriberId),
  allow: permit(subscriberPolicy, 'subscriber.read', subscribers.own),
  run: async ({ subject }): Promise<SubscriptionView> => subscriptionView(subject),
});
