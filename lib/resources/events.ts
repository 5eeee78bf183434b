import { z } from 'zod';
import { eventInstant, eventType, type Names, ref } from '@/lib/platform/events/event-type';
import { aspectLabel, aspectSchema, resourceKindLabel, resourceKindSchema } from './schema';

const resource = { resourceId: ref('resource'), kind: resourceKindSchema };

const named = ({ resourceId }: { resourceId: string }, names: Names) =>
  names('resource', resourceId) ?? 'A resource';

export const resourceCreated = eventType('resource.created', {
  data: { ...resource, capacity: z.int() },
  subjects: ['resourceId'],
  says: (data, names) => `${resourceKindLabel[data.kind]} added: ${named(data, names)}`,
});

export const resourceEdited = eventType('resource.edited', {
  data: { ...resource, fields: z.array(z.string()) },
  subjects: ['resourceId'],
  says: (data, names) => `${resourceKindLabel[data.kind]} changed: ${named(data, names)}`,
});

export const resourceArchived = eventType('resource.archived', {
  data: resource,
  subjects: ['resourceId'],
  says: (data, names) => `${resourceKindLabel[data.kind]} archived: ${named(data, names)}`,
});

const allocation = {
  ...resource,
  allocationId: ref('allocation'),
  /** Of a person. */
  memberId: ref('member').nullable(),
  teamId: ref('team').nullable(),
  incidentId: ref('incident').nullable(),
  runId: ref('run').nullable(),
  aspect: aspectSchema,
  startsAt: eventInstant,
  endsAt: eventInstant,
};
const allocationSchema = z.object(allocation);
export type AllocationData = z.infer<typeof allocationSchema>;

const subjects = ['allocationId', 'resourceId', 'incidentId', 'runId'] as const;
const timeline = { as: 'EVENT' } as const;

/** `accepted`: there was nobody to ask, or it was the person's own doing. */
export const allocationRequested = eventType('allocation.requested', {
  data: { ...allocation, unit: z.int(), accepted: z.boolean() },
  subjects,
  timeline,
  says: (data, names) =>
    `${named(data, names)} ${data.accepted ? 'allocated' : 'asked for'}: ${aspectLabel[data.aspect].toLowerCase()}`,
});

export const allocationAccepted = eventType('allocation.accepted', {
  data: allocation,
  subjects,
  timeline,
  says: (data, names) => `${named(data, names)} accepted`,
});
/** The reason is a person's text and stands in the row. */
export const allocationRefused = eventType('allocation.refused', {
  data: allocation,
  subjects,
  timeline,
  says: (data, names) => `${named(data, names)} refused`,
});
/** Its time has begun. */
export const allocationStarted = eventType('allocation.started', {
  data: allocation,
  subjects,
  timeline,
  says: (data, names) => `${named(data, names)} at work: ${aspectLabel[data.aspect].toLowerCase()}`,
});
export const allocationExtended = eventType('allocation.extended', {
  data: { ...allocation, from: eventInstant },
  subjects,
  timeline,
  says: (data, names) => `${named(data, names)} booked for longer`,
});

const releaseReasonSchema = z.enum(['BY_HAND', 'ENDED', 'UNANSWERED', 'CLOSED']);
type ReleaseReason = z.infer<typeof releaseReasonSchema>;

const released: Record<ReleaseReason, string> = {
  BY_HAND: 'released',
  ENDED: 'released: the booked time is over',
  UNANSWERED: 'released: nobody answered in the time asked for',
  CLOSED: 'released with the incident',
};

export const allocationReleased = eventType('allocation.released', {
  data: { ...allocation, reason: releaseReasonSchema },
  subjects,
  timeline,
  says: (data, names) => `${named(data, names)} ${released[data.reason]}`,
});
