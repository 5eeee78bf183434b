import { z } from 'zod';
import { eventInstant, eventType, type Names, ref } from '@/lib/platform/events/event-type';
import { exactDuration, roundedDuration } from '@/lib/platform/rules/duration';
import { probeFaultSchema } from '@/lib/probes/rules/probe';
import { blindWords, probeKindSchema, senseSchema } from '@/lib/probes/schema';

const about = { monitorId: ref('monitor'), serviceId: ref('service') };
const subjects = ['monitorId', 'serviceId'] as const;

function named({ monitorId }: { monitorId: string }, names: Names): string {
  const name = names('monitor', monitorId);
  return name ? `Monitor “${name}”` : 'A monitor';
}

export const monitorCreated = eventType('monitor.created', {
  data: { ...about, kind: probeKindSchema, intervalSeconds: z.number() },
  subjects,
  says: (data, names) => `${named(data, names)} added, every ${exactDuration(data.intervalSeconds)}`,
});
export const monitorEdited = eventType('monitor.edited', {
  data: { ...about, kind: probeKindSchema, version: z.number() },
  subjects,
  says: (data, names) => `${named(data, names)} changed`,
});
export const monitorPaused = eventType('monitor.paused', {
  data: { ...about, paused: z.boolean() },
  subjects,
  says: (data, names) => `${named(data, names)} ${data.paused ? 'paused' : 'goes on'}`,
});
export const monitorArchived = eventType('monitor.archived', {
  data: about,
  subjects,
  says: (data, names) => `${named(data, names)} archived`,
});

/** The service answers, and an address of its name does not. */
export const monitorAddressSilent = eventType('monitor.addressSilent', {
  data: { ...about, findingId: ref('finding') },
  subjects,
  says: (data, names) => `${named(data, names)} finds an address that accepts nothing, beside others that do`,
});
export const monitorAddressAnswers = eventType('monitor.addressAnswers', {
  data: { ...about, findingId: ref('finding') },
  subjects,
  says: (data, names) => `${named(data, names)} reaches every address again`,
});

/** Told to the incidents that are open on the service as well. */
const outage = { ...about, kind: probeKindSchema, incidentIds: z.array(ref('incident')) };
const toldTo = [...subjects, 'incidentIds'] as const;

export const monitorDown = eventType('monitor.down', {
  data: {
    ...outage,
    /** The first probe of those in a row that failed: when the outage began, as far as we can know. */
    since: eventInstant,
    failures: z.number(),
    fault: probeFaultSchema.nullable(),
  },
  subjects: toldTo,
  timeline: { as: 'EVENT' },
  says: (data, names) => {
    const often = data.failures === 1 ? 'once' : `${data.failures} times in a row`;
    return `${named(data, names)} is down: it failed ${often}`;
  },
});
export const monitorUp = eventType('monitor.up', {
  data: { ...outage, downSince: eventInstant.nullable() },
  subjects: toldTo,
  timeline: { as: 'EVENT' },
  says: (data, names) => `${named(data, names)} is up again`,
});

const blind = { since: eventInstant, sense: senseSchema.default('LINE') };

/** Nothing that Standby looks at answers: it is Standby itself that sees nothing, and no target is said to be down. */
export const monitorsBlinded = eventType('monitor.blinded', {
  data: blind,
  subjects: [],
  says: ({ sense }) => `Standby itself sees ${blindWords[sense]}: none of its monitors there gets an answer`,
});
/** It lasts, and until it ends nobody hears of a failure: the managers are told. */
export const monitorsStayedBlind = eventType('monitor.stayedBlind', {
  data: blind,
  subjects: [],
  says: ({ sense }) => `Standby itself still sees ${blindWords[sense]}: the managers are told`,
});
/** `told`: the managers were told that it lasts, since `toldSince`, and wait to hear that it is over. */
export const monitorsSighted = eventType('monitor.sighted', {
  data: {
    ...blind,
    until: eventInstant,
    told: z.boolean().default(false),
    toldSince: eventInstant.nullable().default(null),
  },
  subjects: [],
  says: ({ since, until, sense }) => {
    const after = roundedDuration((Date.parse(until) - Date.parse(since)) / 1_000);
    return `Standby sees again, after ${after} in which it saw ${blindWords[sense]}`;
  },
});
