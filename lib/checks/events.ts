import { z } from 'zod';
import { counted } from '@/lib/language/words';
import { eventType, type Names, ref } from '@/lib/platform/events/event-type';
import { probeKindSchema } from '@/lib/probes/schema';
import { areaLabel, areaSchema } from '@/lib/services/schema';
import { checkOutcomeSchema, checkStateSchema } from './schema';

const check = { incidentId: ref('incident'), checkId: ref('check') };
const about = ['incidentId', 'checkId'] as const;
const timeline = { as: 'EVENT' } as const;

const named = ({ checkId }: { checkId: string }, names: Names) => names('check', checkId) ?? 'a check';

/** `serviceId` null: the checklist of all services of the incident. Its type is in the hashes of the log, so it stays. */
export const checklistCreated = eventType('check.laidOut', {
  data: {
    incidentId: ref('incident'),
    serviceId: ref('service').nullable(),
    total: z.int(),
    automated: z.int(),
  },
  subjects: ['incidentId'],
  timeline,
  says: ({ serviceId, total, automated }, names) => {
    const service = serviceId ? names('service', serviceId) : null;
    const what = service ? `Checklist created for ${service}` : 'Checklist created';
    return `${what}: ${counted(total, 'check')}, ${automated} run by Standby`;
  },
});

export const checkAdded = eventType('check.added', {
  data: { ...check, area: areaSchema, probeKind: probeKindSchema.nullable() },
  subjects: about,
  timeline,
  says: (data, names) => `Check added: ${named(data, names)}`,
});

/** Asked to run (again): one check, or all automated ones of the incident. */
export const checkAsked = eventType('check.asked', {
  data: {
    ...check,
    checkId: ref('check').nullable(),
    checkIds: z.array(ref('check')).default([]),
    count: z.int(),
  },
  subjects: [...about, 'checkIds'],
  timeline,
  says: ({ checkId, ...data }, names) =>
    checkId
      ? `Check run again: ${named({ checkId }, names)}`
      : `${counted(data.count, 'automated check')} run again`,
});

const found = { OK: 'is OK', FAULT: 'finds a fault', UNCLEAR: 'is unclear' } as const;

/**
 * Standby ran an automated check. `before` is what it came to the last time: it is news when there is a fault, when it
 * is not clear, or when a fault is gone.
 */
export const checkFinished = eventType('check.finished', {
  data: {
    ...check,
    outcome: checkOutcomeSchema,
    before: checkOutcomeSchema.nullable(),
    probeKind: probeKindSchema,
    resultId: ref('checkResult'),
  },
  subjects: about,
  timeline: {
    as: 'EVENT',
    when: ({ outcome, before }) => outcome !== before && (outcome !== 'OK' || before === 'FAULT'),
  },
  says: ({ outcome, before, ...data }, names) => {
    const changed =
      outcome === before ? ' as before' : before === 'FAULT' && outcome === 'OK' ? ' again' : '';
    return `Check ${found[outcome]}${changed}: ${named(data, names)}`;
  },
});

const word = { OK: 'OK', FAULT: 'fault', UNCLEAR: 'unclear' } as const;

/** A person recorded an outcome; the note stands with the check. */
export const checkRecorded = eventType('check.recorded', {
  data: { ...check, outcome: checkOutcomeSchema, resultId: ref('checkResult') },
  subjects: about,
  timeline,
  says: (data, names) => `Check recorded as ${word[data.outcome]}: ${named(data, names)}`,
});

export const checkSkipped = eventType('check.skipped', {
  data: { ...check, from: checkStateSchema },
  subjects: about,
  timeline,
  says: (data, names) => `Check skipped: ${named(data, names)}`,
});

export const checkAssigned = eventType('check.assigned', {
  data: { ...check, memberId: ref('member').nullable() },
  subjects: [...about, 'memberId'],
  timeline,
  says: ({ memberId, ...data }, names) =>
    memberId
      ? `Check given to ${names('member', memberId) ?? 'a member'}: ${named(data, names)}`
      : `Check is nobody’s now: ${named(data, names)}`,
});

const finding = { incidentId: ref('incident'), findingId: ref('finding'), area: areaSchema };
const aboutFinding = ['incidentId', 'findingId'] as const;

export const findingAdded = eventType('finding.added', {
  data: { ...finding, confirmed: z.boolean() },
  subjects: aboutFinding,
  timeline,
  says: ({ confirmed, area }) =>
    `${confirmed ? 'Cause confirmed' : 'Finding added'} (${areaLabel[area].toLowerCase()})`,
});
export const findingConfirmed = eventType('finding.confirmed', {
  data: finding,
  subjects: aboutFinding,
  timeline,
  says: () => 'Cause confirmed',
});
export const findingRuledOut = eventType('finding.ruledOut', {
  data: finding,
  subjects: aboutFinding,
  timeline,
  says: () => 'Finding ruled out',
});

/** What stands of a service until somebody says what became of it. */
export const findingSettled = eventType('finding.settled', {
  data: {
    findingId: ref('finding'),
    serviceId: ref('service').nullable(),
    incidentId: ref('incident').nullable(),
    retired: z.boolean().default(false),
  },
  subjects: ['findingId', 'serviceId', 'incidentId'],
  timeline,
  says: ({ retired }) =>
    retired ? 'Finding settled: the old primary is retired and watched no more' : 'Finding settled',
});

function templateEvent(verb: string, words: string) {
  return eventType(`checkTemplate.${verb}`, {
    data: { templateId: ref('checkTemplate'), serviceId: ref('service').nullable(), area: areaSchema },
    subjects: ['templateId', 'serviceId'],
    says: ({ serviceId, area }, names) => {
      const whose = serviceId ? (names('service', serviceId) ?? 'a service') : 'all services';
      return `A check was ${words} the checklist of ${whose} (${areaLabel[area].toLowerCase()})`;
    },
  });
}

export const checkTemplateCreated = templateEvent('created', 'added to');
export const checkTemplateEdited = templateEvent('edited', 'changed in');
export const checkTemplateArchived = templateEvent('archived', 'taken off');
