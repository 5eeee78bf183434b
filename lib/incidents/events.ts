import { z } from 'zod';
import { clockKindLabel, clockKindSchema } from '@/lib/clocks/schema';
import { t } from '@/lib/language/catalogue';
import { eventInstant, eventType, ref } from '@/lib/platform/events/event-type';
import { fixedAnswerSchema } from '@/lib/reports/schema';
import {
  serviceStatusLabel,
  serviceStatusSchema,
  visibilityLabel,
  visibilitySchema,
} from '@/lib/services/schema';
import { severityLabel, severitySchema } from '@/lib/severity/schema';
import {
  causeKindLabel,
  causeKindSchema,
  incidentRoleLabel,
  incidentRoleSchema,
  incidentStageLabel,
  incidentStageSchema,
} from './schema';

const incident = { incidentId: ref('incident') };
const noteId = ref('note');
/** The reason is a text of a person, so it stands in a note: the log holds no texts. */
const reason = { noteId: noteId.nullable() };

const line = { as: 'EVENT' } as const;
const decision = { as: 'EVENT', decision: true } as const;
const seenByUsers = { as: 'EVENT', decision: true, public: true } as const;

export const incidentDeclared = eventType('incident.declared', {
  data: {
    ...incident,
    number: z.int(),
    severity: severitySchema,
    visibility: visibilitySchema,
    serviceIds: z.array(ref('service')),
    reportId: ref('report').nullable(),
    previousIncidentId: ref('incident').nullable(),
    startedAt: eventInstant,
    nextUpdateAt: eventInstant,
    settingsVersion: z.int(),
  },
  subjects: ['incidentId', 'serviceIds', 'reportId'],
  timeline: seenByUsers,
  says: ({ severity, visibility }) =>
    `Triaged as ${severityLabel[severity]} and declared${visibility === 'INTERNAL' ? ', kept internal' : ''}`,
});

export const incidentAdvanced = eventType('incident.advanced', {
  data: { ...incident, ...reason, from: incidentStageSchema, to: incidentStageSchema },
  subjects: ['incidentId'],
  timeline: seenByUsers,
  says: ({ to }) => `Stage: ${incidentStageLabel[to]}`,
});

export const incidentRegraded = eventType('incident.regraded', {
  data: { ...incident, noteId, from: severitySchema, to: severitySchema },
  subjects: ['incidentId'],
  timeline: { ...seenByUsers, as: 'DECISION' },
  says: ({ from, to }) => `Graded ${severityLabel[to]}, was ${severityLabel[from]}`,
});

export const incidentResolved = eventType('incident.resolved', {
  data: { ...incident, ...reason, from: incidentStageSchema, updateId: ref('update') },
  subjects: ['incidentId'],
  timeline: seenByUsers,
  says: () => 'Resolved',
});

export const incidentClosed = eventType('incident.closed', {
  data: { ...incident, cause: causeKindSchema.nullable() },
  subjects: ['incidentId'],
  timeline: seenByUsers,
  says: ({ cause }) =>
    cause
      ? `Closed. Underlying cause: ${causeKindLabel[cause].toLowerCase()}`.replace(', because …', '')
      : 'Closed',
});

export const incidentReopened = eventType('incident.reopened', {
  data: {
    ...incident,
    noteId,
    from: incidentStageSchema,
    to: incidentStageSchema,
    nextUpdateAt: eventInstant,
  },
  subjects: ['incidentId'],
  timeline: seenByUsers,
  says: ({ to }) => `Reopened: ${incidentStageLabel[to]}`,
});

export const incidentVisibilityChanged = eventType('incident.visibilityChanged', {
  data: { ...incident, noteId, from: visibilitySchema, to: visibilitySchema },
  subjects: ['incidentId'],
  timeline: decision,
  says: ({ to }) => `Visibility: ${visibilityLabel[to].toLowerCase()}`,
});

/** `from` null: the service was added. `to` null: it was taken off. `chosen`: a person said so, not the severity. */
export const incidentServiceChanged = eventType('incident.serviceChanged', {
  data: {
    ...incident,
    serviceId: ref('service'),
    intervalId: ref('interval').nullable(),
    from: serviceStatusSchema.nullable(),
    to: serviceStatusSchema.nullable(),
    chosen: z.boolean(),
    ...reason,
  },
  subjects: ['incidentId', 'serviceId'],
  timeline: decision,
  says: ({ serviceId, from, to }, names) => {
    const name = names('service', serviceId) ?? 'A service';
    if (to === null) return `${name} taken off the incident`;
    return `${name}${from === null ? ' added' : ''}: ${serviceStatusLabel[to].toLowerCase()}`;
  },
});

const role = { ...incident, role: incidentRoleSchema, memberId: ref('member') };

export const incidentRoleAssigned = eventType('incident.roleAssigned', {
  data: { ...role, fromId: ref('member').nullable() },
  subjects: ['incidentId', 'memberId'],
  timeline: decision,
  says: ({ role, memberId, fromId }, names) => {
    const from = fromId ? `, taking over from ${names('member', fromId) ?? 'a member'}` : '';
    return `${incidentRoleLabel[role]}: ${names('member', memberId) ?? 'a member'}${from}`;
  },
});

export const incidentRoleEnded = eventType('incident.roleEnded', {
  data: role,
  subjects: ['incidentId', 'memberId'],
  timeline: line,
  says: ({ role, memberId }, names) =>
    `${names('member', memberId) ?? 'A member'} is ${incidentRoleLabel[role].toLowerCase()} no more`,
});

export const incidentPromiseMoved = eventType('incident.promiseMoved', {
  data: { ...incident, noteId, promiseId: ref('promise'), from: eventInstant, to: eventInstant },
  subjects: ['incidentId'],
  timeline: decision,
  says: () => 'Next update moved',
});

export const incidentNoted = eventType('incident.noted', {
  data: { ...incident, noteId },
  subjects: ['incidentId'],
  timeline: { as: 'NOTE' },
  says: () => 'Note',
});

/** A reporter says that it does not work yet; the manager decides whether to reopen. */
export const incidentManagerAsked = eventType('incident.managerAsked', {
  data: {
    ...incident,
    reportId: ref('report'),
    memberId: ref('member').nullable(),
    answer: fixedAnswerSchema,
  },
  subjects: ['incidentId', 'reportId'],
  timeline: { as: 'REPORT' },
  says: ({ answer }) => `Manager asked: a reporter says “${t(`track.fixed.${answer}`)}” after the resolution`,
});

const clock = {
  clockId: ref('clock'),
  incidentId: ref('incident').nullable(),
  reportId: ref('report').nullable(),
  kind: clockKindSchema,
  severity: severitySchema,
  dueAt: eventInstant,
};

export const clockAtRisk = eventType('clock.atRisk', {
  data: clock,
  subjects: ['incidentId', 'reportId'],
  timeline: { as: 'CLOCK' },
  says: ({ kind }) => `Clock at risk: ${clockKindLabel[kind].toLowerCase()}`,
});
export const clockMissed = eventType('clock.missed', {
  data: clock,
  subjects: ['incidentId', 'reportId'],
  timeline: { as: 'CLOCK' },
  says: ({ kind }) => `Clock missed: ${clockKindLabel[kind].toLowerCase()}`,
});

export const promiseMissed = eventType('promise.missed', {
  data: { ...incident, promiseId: ref('promise'), dueAt: eventInstant },
  subjects: ['incidentId'],
  timeline: { as: 'CLOCK' },
  says: () => 'The promised time of the next update has passed',
});
