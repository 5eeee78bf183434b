import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';
import { probeKindSchema } from '@/lib/probes/schema';
import { areaSchema } from '@/lib/services/schema';
import { checkOutcomeSchema, checkStateSchema } from './schema';

const about = (data: { incidentId: string; checkId: string }) => [
  { kind: 'incident', id: data.incidentId },
  { kind: 'check', id: data.checkId },
];
const check = { incidentId: eventId, checkId: eventId };

/** `serviceId` null: the checklist of all services of the incident. */
export const checkLaidOut = eventType('check.laidOut', {
  data: z.object({
    incidentId: eventId,
    serviceId: eventId.nullable(),
    total: z.int(),
    automated: z.int(),
  }),
  subjects: (data) => [{ kind: 'incident', id: data.incidentId }],
});

export const checkAdded = eventType('check.added', {
  data: z.object({ ...check, area: areaSchema, probeKind: probeKindSchema.nullable() }),
  subjects: about,
});

/** Asked to run (again): one check, or all automated ones of the incident. */
export const checkAsked = eventType('check.asked', {
  data: z.object({ incidentId: eventId, checkId: eventId.nullable(), count: z.int() }),
  subjects: (data) => [
    { kind: 'incident', id: data.incidentId },
    ...(data.checkId ? [{ kind: 'check', id: data.checkId }] : []),
  ],
});

/** Standby ran an automated check. `before` is what it came to the last time. */
export const checkFinished = eventType('check.finished', {
  data: z.object({
    ...check,
    outcome: checkOutcomeSchema,
    before: checkOutcomeSchema.nullable(),
    probeKind: probeKindSchema,
    resultId: eventId,
  }),
  subjects: about,
});

/** A person recorded an outcome; the note stands with the check. */
export const checkRecorded = eventType('check.recorded', {
  data: z.object({ ...check, outcome: checkOutcomeSchema, resultId: eventId }),
  subjects: about,
});

export const checkSkipped = eventType('check.skipped', {
  data: z.object({ ...check, from: checkStateSchema }),
  subjects: about,
});

export const checkAssigned = eventType('check.assigned', {
  data: z.object({ ...check, memberId: eventId.nullable() }),
  subjects: (data) => [...about(data), ...(data.memberId ? [{ kind: 'member', id: data.memberId }] : [])],
});

const finding = { incidentId: eventId, findingId: eventId, area: areaSchema };
const aboutFinding = (data: { incidentId: string; findingId: string }) => [
  { kind: 'incident', id: data.incidentId },
  { kind: 'finding', id: data.findingId },
];

export const findingAdded = eventType('finding.added', {
  data: z.object({ ...finding, confirmed: z.boolean() }),
  subjects: aboutFinding,
});
export const findingConfirmed = eventType('finding.confirmed', {
  data: z.object(finding),
  subjects: aboutFinding,
});
export const findingRuledOut = eventType('finding.ruledOut', {
  data: z.object(finding),
  subjects: aboutFinding,
});

const template = z.object({ templateId: eventId, serviceId: eventId.nullable(), area: areaSchema });
const aboutTemplate = (data: z.output<typeof template>) => [
  { kind: 'checkTemplate', id: data.templateId },
  ...(data.serviceId ? [{ kind: 'service', id: data.serviceId }] : []),
];

export const checkTemplateCreated = eventType('checkTemplate.created', {
  data: template,
  subjects: aboutTemplate,
});
export const checkTemplateEdited = eventType('checkTemplate.edited', {
  data: template,
  subjects: aboutTemplate,
});
export const checkTemplateArchived = eventType('checkTemplate.archived', {
  data: template,
  subjects: aboutTemplate,
});
