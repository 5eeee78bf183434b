import { isolated } from '@/lib/platform/rules/isolate';
import { subject } from '@/lib/platform/subject';
import { isOwnIncident } from './ownership';

export const incidents = subject({
  noun: 'incident',
  table: 'incident',
  select: {
    id: true,
    ref: true,
    title: true,
    severity: true,
    stage: true,
    visibility: true,
    version: true,
    startedAt: true,
    declaredAt: true,
    acknowledgedAt: true,
    firstUpdateAt: true,
    mitigatedAt: true,
    resolvedAt: true,
    nextUpdateAt: true,
    nextUpdateZone: true,
    settingsVersion: true,
    services: {
      where: { endsAt: null },
      select: {
        id: true,
        serviceId: true,
        status: true,
        startsAt: true,
        reason: true,
        service: { select: { name: true } },
      },
    },
  },
  answers: { id: true, ref: true, version: true, stage: true, severity: true },
  named: 'ref',
  ref: /^INC-/i,
  words: {
    one: 'incident',
    missing: (key) => `There is no incident ${isolated(key)}. Check the reference.`,
  },
  own: isOwnIncident,
});

/** An incident as its commands see it, with the intervals that are open. */
export type IncidentSubject = Awaited<ReturnType<typeof incidents.lock>>;
