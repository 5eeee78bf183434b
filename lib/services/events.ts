import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';
import { visibilitySchema } from './schema';

const about = (data: { serviceId: string }) => [{ kind: 'service', id: data.serviceId }];

export const serviceCreated = eventType('service.created', {
  data: z.object({ serviceId: eventId, tier: z.number(), visibility: visibilitySchema }),
  subjects: about,
});

export const serviceEdited = eventType('service.edited', {
  data: z.object({ serviceId: eventId, version: z.number(), changed: z.array(z.string()) }),
  subjects: about,
});

export const serviceArchived = eventType('service.archived', {
  data: z.object({ serviceId: eventId, archived: z.boolean() }),
  subjects: about,
});
