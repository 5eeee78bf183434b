import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';
import { endpointModeSchema } from './schema';

const of = (data: { endpointId: string }) => [{ kind: 'automation', id: data.endpointId }];

export const endpointCreated = eventType('automation.created', {
  data: z.object({ endpointId: eventId, mode: endpointModeSchema, serviceId: eventId.nullable() }),
  subjects: of,
});
export const endpointEdited = eventType('automation.edited', {
  data: z.object({ endpointId: eventId, moved: z.boolean() }),
  subjects: of,
});
export const endpointSecretRotated = eventType('automation.secretRotated', {
  data: z.object({ endpointId: eventId }),
  subjects: of,
});
export const endpointArchived = eventType('automation.archived', {
  data: z.object({ endpointId: eventId, archived: z.boolean() }),
  subjects: of,
});
