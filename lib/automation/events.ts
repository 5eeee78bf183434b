import { z } from 'zod';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { endpointModeSchema } from './schema';

const endpoint = { endpointId: ref('automation') };

export const endpointCreated = eventType('automation.created', {
  data: { ...endpoint, mode: endpointModeSchema, serviceId: ref('service').nullable() },
  subjects: ['endpointId'],
  says: ({ mode }) => `Automation endpoint added, for ${mode === 'LIVE' ? 'live runs' : 'drills'}`,
});
export const endpointEdited = eventType('automation.edited', {
  data: { ...endpoint, moved: z.boolean() },
  subjects: ['endpointId'],
  says: ({ moved }) => (moved ? 'Address of an automation endpoint changed' : 'Automation endpoint changed'),
});
export const endpointSecretRotated = eventType('automation.secretRotated', {
  data: endpoint,
  subjects: ['endpointId'],
  says: () => 'New secret for an automation endpoint',
});
export const endpointArchived = eventType('automation.archived', {
  data: { ...endpoint, archived: z.boolean() },
  subjects: ['endpointId'],
  says: ({ archived }) => `Automation endpoint ${archived ? 'archived' : 'brought back'}`,
});
