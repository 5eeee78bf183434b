import { z } from 'zod';
import { eventId, eventInstant, eventType } from '@/lib/platform/events';
import { aspectSchema, resourceKindSchema } from './schema';

const resource = { resourceId: eventId, kind: resourceKindSchema };

const onResource = (data: { resourceId: string }) => [{ kind: 'resource', id: data.resourceId }];

export const resourceCreated = eventType('resource.created', {
  data: z.object({ ...resource, capacity: z.int() }),
  subjects: onResource,
});

export const resourceEdited = eventType('resource.edited', {
  data: z.object({ ...resource, fields: z.array(z.string()) }),
  subjects: onResource,
});

export const resourceArchived = eventType('resource.archived', {
  data: z.object(resource),
  subjects: onResource,
});

const allocation = z.object({
  ...resource,
  allocationId: eventId,
  /** Of a person. */
  memberId: eventId.nullable(),
  teamId: eventId.nullable(),
  incidentId: eventId.nullable(),
  runId: eventId.nullable(),
  aspect: aspectSchema,
  startsAt: eventInstant,
  endsAt: eventInstant,
});
export type AllocationFacts = z.infer<typeof allocation>;

function subjects(data: AllocationFacts) {
  return [
    { kind: 'allocation', id: data.allocationId },
    { kind: 'resource', id: data.resourceId },
    ...(data.incidentId ? [{ kind: 'incident', id: data.incidentId }] : []),
    ...(data.runId ? [{ kind: 'run', id: data.runId }] : []),
  ];
}

/** `accepted`: there was nobody to ask, or it was the person's own doing. */
export const allocationRequested = eventType('allocation.requested', {
  data: allocation.extend({ unit: z.int(), accepted: z.boolean() }),
  subjects,
});

export const allocationAccepted = eventType('allocation.accepted', { data: allocation, subjects });
/** The reason is a person's text and stands in the row. */
export const allocationRefused = eventType('allocation.refused', { data: allocation, subjects });
/** Its time has begun. */
export const allocationStarted = eventType('allocation.started', { data: allocation, subjects });
export const allocationExtended = eventType('allocation.extended', {
  data: allocation.extend({ from: eventInstant }),
  subjects,
});

export const releaseReasonSchema = z.enum(['BY_HAND', 'ENDED', 'UNANSWERED', 'CLOSED']);
export type ReleaseReason = z.infer<typeof releaseReasonSchema>;
export const allocationReleased = eventType('allocation.released', {
  data: allocation.extend({ reason: releaseReasonSchema }),
  subjects,
});
