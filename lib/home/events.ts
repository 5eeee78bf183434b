import { eventType } from '@/lib/platform/events/event-type';
import { settleableConcernSchema } from './schema';

const settled = { 'unknown proxy': 'those who pass requests on are no proxies of ours' } as const;

/** For a while nobody is told of it. Why stands with the concern. */
export const concernSettled = eventType('concern.settled', {
  data: { name: settleableConcernSchema },
  subjects: [],
  says: ({ name }) => `Concern settled: ${settled[name]}`,
});
