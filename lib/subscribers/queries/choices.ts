import { z } from 'zod';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { type ServiceChoice, serviceChoiceSchema } from './views';

/** The services that may be followed: those of the status page, in its order. */
export const subscriptionChoices = query({
  name: 'subscriber.choices',
  input: z.object({}),
  answer: z.array(serviceChoiceSchema),
  allow: permit(subscriberPolicy, 'subscriber.subscribe'),
  run: async ({ db }): Promise<ServiceChoice[]> =>
    await db.service.findMany({
      where: { visibility: 'PUBLIC', archivedAt: null },
      select: { slug: true, name: true, description: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
});
