import { z } from 'zod';
import { clockKindSchema } from '@/lib/clocks/schema';
import { eventId, eventInstant, eventType } from '@/lib/platform/events';
import { fixedAnswerSchema } from '@/lib/reports/schema';
import { serviceStatusSchema, visibilitySchema } from '@/lib/services/schema';
import { severitySchema } from '@/lib/severity/schema';
import { causeKindSchema, incidentRoleSchema, incidentStageSchema } from './schema';

const of = (data: { incidentId: string }) => [{ kind: 'incident', id: data.incidentId }];
const incident = { incidentId: eventId };
/** The reason is a text of a person, so it stands in a note that can be redacted. */
const reason = { noteId: eventId.nullable() };

export const incidentDeclared = eventType('incident.declared', {
  data: z.object({
    ...incident,
    number: z.int(),
    severity: severitySchema,
    visibility: visibilitySchema,
    serviceIds: z.array(eventId),
    reportId: eventId.nullable(),
    previousIncidentId: eventId.nullable(),
    startedAt: eventInstant,
    nextUpdateAt: eventInstant,
    settingsVersion: z.int(),
  }),
  subjects: (data) => [
    ...of(data),
    ...data.serviceIds.map((id) => ({ kind: 'service', id })),
    ...(data.reportId ? [{ kind: 'report', id: data.reportId }] : []),
  ],
});

export const incidentAdvanced = eventType('incident.advanced', {
  data: z.object({ ...incident, ...reason, from: incidentStageSchema, to: incidentStageSchema }),
  subjects: of,
});

export const incidentRegraded = eventType('incident.regraded', {
  data: z.object({ ...incident, noteId: eventId, from: severitySchema, to: severitySchema }),
  subjects: of,
});

export const incidentResolved = eventType('incident.resolved', {
  data: z.object({ ...incident, ...reason, from: incidentStageSchema, updateId: eventId }),
  subjects: of,
});

export const incidentClosed = eventType('incident.closed', {
  data: z.object({ ...incident, cause: causeKindSchema.nullable() }),
  subjects: of,
});

export const incidentReopened = eventType('incident.reopened', {
  data: z.object({
    ...incident,
    noteId: eventId,
    from: incidentStageSchema,
    to: incidentStageSchema,
    nextUpdateAt: eventInstant,
  }),
  subjects: of,
});

export const incidentVisibilityChanged = eventType('incident.visibilityChanged', {
  data: z.object({ ...incident, noteId: eventId, from: visibilitySchema, to: visibilitySchema }),
  subjects: of,
});

/** `from` null: the service was added. `to` null: it was taken off. `chosen`: a person said so, not the severity. */
export const incidentServiceChanged = eventType('incident.serviceChanged', {
  data: z.object({
    ...incident,
    serviceId: eventId,
    intervalId: eventId.nullable(),
    from: serviceStatusSchema.nullable(),
    to: serviceStatusSchema.nullable(),
    chosen: z.boolean(),
    ...reason,
  }),
  subjects: (data) => [...of(data), { kind: 'service', id: data.serviceId }],
});

export const incidentRoleAssigned = eventType('incident.roleAssigned', {
  data: z.object({ ...incident, role: incidentRoleSchema, memberId: eventId, fromId: eventId.nullable() }),
  subjects: (data) => [...of(data), { kind: 'member', id: data.memberId }],
});

export const incidentRoleEnded = eventType('incident.roleEnded', {
  data: z.object({ ...incident, role: incidentRoleSchema, memberId: eventId }),
  subjects: (data) => [...of(data), { kind: 'member', id: data.memberId }],
});

export const incidentPromiseMoved = eventType('incident.promiseMoved', {
  data: z.object({ ...incident, noteId: eventId, promiseId: eventId, from: eventInstant, to: eventInstant }),
  subjects: of,
});

export const incidentNoted = eventType('incident.noted', {
  data: z.object({ ...incident, noteId: eventId }),
  subjects: of,
});

/** A reporter says that it does not work yet; the manager decides whether to reopen. */
export const incidentManagerAsked = eventType('incident.managerAsked', {
  data: z.object({ ...incident, reportId: eventId, memberId: eventId.nullable(), answer: fixedAnswerSchema }),
  subjects: (data) => [...of(data), { kind: 'report', id: data.reportId }],
});

const clock = z.object({
  clockId: eventId,
  incidentId: eventId.nullable(),
  reportId: eventId.nullable(),
  kind: clockKindSchema,
  severity: severitySchema,
  dueAt: eventInstant,
});

function clockSubjects(data: z.infer<typeof clock>) {
  const list: { kind: string; id: string }[] = [];
  if (data.incidentId) list.push({ kind: 'incident', id: data.incidentId });
  if (data.reportId) list.push({ kind: 'report', id: data.reportId });
  return list;
}

export const clockAtRisk = eventType('clock.atRisk', { data: clock, subjects: clockSubjects });
export const clockMissed = eventType('clock.missed', { data: clock, subjects: clockSubjects });

export const promiseMissed = eventType('promise.missed', {
  data: z.object({ ...incident, promiseId: eventId, dueAt: eventInstant }),
  subjects: of,
});
