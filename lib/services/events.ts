import { z } from 'zod';
import { changedWords } from '@/lib/language/words';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { serviceFieldLabel, visibilitySchema } from './schema';

const service = { serviceId: ref('service') };

export const serviceCreated = eventType('service.created', {
  data: { ...service, tier: z.number(), visibility: visibilitySchema },
  subjects: ['serviceId'],
  says: () => 'Service added to the catalogue',
});

export const serviceEdited = eventType('service.edited', {
  data: { ...service, version: z.number(), changed: z.array(z.string()) },
  subjects: ['serviceId'],
  says: ({ changed }) => changedWords('Service', changed, serviceFieldLabel),
});

export const serviceArchived = eventType('service.archived', {
  data: { ...service, archived: z.boolean() },
  subjects: ['serviceId'],
  says: ({ archived }) => (archived ? 'Service archived' : 'Service brought back'),
});
