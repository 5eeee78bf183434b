import { z } from 'zod';
import { eventId, eventInstant, eventType } from '@/lib/platform/events';
import { probeFaultSchema } from '@/lib/probes/rules/probe';
import { probeKindSchema } from '@/lib/probes/schema';

const about = { monitorId: eventId, serviceId: eventId };
const subjects = (data: { monitorId: string; serviceId: string }) => [
  { kind: 'monitor', id: data.monitorId },
  { kind: 'service', id: data.serviceId },
];

export const monitorCreated = eventType('monitor.created', {
  data: z.object({ ...about, kind: probeKindSchema, intervalSeconds: z.number() }),
  subjects,
});
export const monitorEdited = eventType('monitor.edited', {
  data: z.object({ ...about, kind: probeKindSchema, version: z.number() }),
  subjects,
});
export const monitorPaused = eventType('monitor.paused', {
  data: z.object({ ...about, paused: z.boolean() }),
  subjects,
});
export const monitorArchived = eventType('monitor.archived', { data: z.object(about), subjects });

/** Told to the incidents that are open on the service as well. */
const told = { ...about, kind: probeKindSchema, incidentIds: z.array(eventId) };
const toldTo = (data: { monitorId: string; serviceId: string; incidentIds: string[] }) => [
  ...subjects(data),
  ...data.incidentIds.map((id) => ({ kind: 'incident', id })),
];

export const monitorDown = eventType('monitor.down', {
  data: z.object({
    ...told,
    /** The first look of those in a row that failed: when the outage began, as far as we can know. */
    since: eventInstant,
    failures: z.number(),
    fault: probeFaultSchema.nullable(),
  }),
  subjects: toldTo,
});
export const monitorUp = eventType('monitor.up', {
  data: z.object({ ...told, downSince: eventInstant.nullable() }),
  subjects: toldTo,
});
