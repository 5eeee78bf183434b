import { isOfOwnIncident } from '@/lib/incidents/ownership';
import type { IncidentStage } from '@/lib/incidents/schema';
import { AppError } from '@/lib/platform/errors';
import { subject } from '@/lib/platform/subject';

/** What the acts on its checks want to know of an incident. */
export const incidentColumns = { id: true, ref: true, stage: true } as const;

export const checks = subject({
  noun: 'check',
  table: 'check',
  select: {
    id: true,
    version: true,
    incidentId: true,
    name: true,
    area: true,
    state: true,
    note: true,
    probeKind: true,
    assigneeId: true,
    startedAt: true,
    incident: { select: incidentColumns },
  },
  answers: { id: true, state: true, version: true },
  named: 'name',
  words: { one: 'check', missing: 'There is no such check. Open the investigation again.' },
  own: isOfOwnIncident,
});
export const findings = subject({
  noun: 'finding',
  table: 'finding',
  select: {
    id: true,
    version: true,
    area: true,
    state: true,
    incident: { select: incidentColumns },
    incidentId: true,
    serviceId: true,
    runId: true,
    monitorId: true,
    settlement: true,
  },
  answers: { id: true, state: true, version: true },
  words: { one: 'finding' },
  own: isOfOwnIncident,
});
export type FindingSubject = Awaited<ReturnType<typeof findings.lock>>;
/** A line of the checklists to come. */
export const templates = subject({
  noun: 'checkTemplate',
  table: 'checkTemplate',
  select: {
    id: true,
    version: true,
    name: true,
    serviceId: true,
    area: true,
    instruction: true,
    probe: true,
    position: true,
    archivedAt: true,
  },
  answers: { id: true, version: true },
  named: 'name',
  words: { one: 'line', missing: 'There is no such line in a checklist.' },
});
/** @throws AppError `precondition` */
export function assertInUse({ archivedAt }: { archivedAt: Date | null }): void {
  if (!archivedAt) return;
  throw new AppError('precondition', 'This line was taken off the checklist. Add a new one.');
}

/** @throws AppError `precondition` once nothing about the incident changes any more */
export function assertNotClosed({ ref, stage }: { ref: string; stage: IncidentStage }): void {
  if (stage === 'CLOSED')
    throw new AppError('precondition', `${ref} is closed, so its checks stay as they are.`);
}
