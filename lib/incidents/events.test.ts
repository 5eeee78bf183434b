import { expect, test } from 'vitest';
import { type EventDraft, type Names, sentenceOf } from '@/lib/platform/events/event-type';
import { updateEdited, updatePublished } from '@/lib/updates/events';
import * as events from './events';

const id = (last: number) => `0198f000-0000-7000-8000-00000000000${last}`;
const incidentId = id(1);
const noteId = id(2);
const memberId = id(3);
const serviceId = id(4);
const at = '2026-06-09T13:30:00.000Z';
const clock = { clockId: id(5), incidentId, reportId: null, severity: 'CRITICAL', dueAt: at } as const;
const update = { updateId: id(6), audience: 'PUBLIC', incidentId } as const;
const known: Record<string, string> = { [memberId]: 'Priya', [serviceId]: 'Case Records', [id(7)]: 'Tom' };
const names: Names = (_kind, wanted) => known[wanted] ?? null;

const declared = {
  incidentId,
  number: 2041,
  severity: 'CRITICAL' as const,
  serviceIds: [serviceId],
  reportId: null,
  previousIncidentId: null,
  startedAt: at,
  nextUpdateAt: at,
  settingsVersion: 1,
};
const changed = { incidentId, serviceId, intervalId: null, chosen: true, noteId: null };

const told: [EventDraft, string][] = [
  [events.incidentDeclared({ ...declared, visibility: 'PUBLIC' }), 'Triaged as Critical and declared'],
  [
    events.incidentDeclared({ ...declared, visibility: 'INTERNAL' }),
    'Triaged as Critical and declared, kept internal',
  ],
  [events.incidentAdvanced({ incidentId, noteId: null, from: 'TRIAGED', to: 'ACTING' }), 'Stage: Acting'],
  [
    events.incidentRegraded({ incidentId, noteId, from: 'CRITICAL', to: 'SEVERE' }),
    'Graded Severe, was Critical',
  ],
  [events.incidentResolved({ incidentId, noteId: null, from: 'MONITORING', updateId: id(6) }), 'Resolved'],
  [events.incidentClosed({ incidentId, cause: null }), 'Closed'],
  [events.incidentClosed({ incidentId, cause: 'NOT_LOOKED_AT' }), 'Closed. Underlying cause: not looked at'],
  [
    events.incidentReopened({ incidentId, noteId, from: 'RESOLVED', to: 'ACTING', nextUpdateAt: at }),
    'Reopened: Acting',
  ],
  [
    events.incidentVisibilityChanged({ incidentId, noteId, from: 'PUBLIC', to: 'INTERNAL' }),
    'Visibility: internal',
  ],
  [events.incidentServiceChanged({ ...changed, from: null, to: 'DEGRADED' }), 'Case Records added: degraded'],
  [
    events.incidentServiceChanged({ ...changed, from: 'DEGRADED', to: 'MAJOR_OUTAGE' }),
    'Case Records: not available',
  ],
  [
    events.incidentServiceChanged({ ...changed, from: 'DEGRADED', to: null }),
    'Case Records taken off the incident',
  ],
  [
    events.incidentRoleAssigned({ incidentId, role: 'MANAGER', memberId, fromId: id(7) }),
    'Incident manager: Priya, taking over from Tom',
  ],
  [events.incidentRoleEnded({ incidentId, role: 'SCRIBE', memberId }), 'Priya is scribe no more'],
  [
    events.incidentPromiseMoved({ incidentId, noteId, promiseId: id(8), from: at, to: at }),
    'Next update moved',
  ],
  [events.incidentNoted({ incidentId, noteId }), 'Note'],
  [
    events.incidentManagerAsked({ incidentId, reportId: id(9), memberId: null, answer: 'NOT_YET' }),
    'Manager asked: a reporter says “Not yet” after the resolution',
  ],
  [events.clockAtRisk({ ...clock, kind: 'RESTORE' }), 'Clock at risk: restore'],
  [events.clockMissed({ ...clock, kind: 'FIRST_UPDATE' }), 'Clock missed: first update'],
  [
    events.promiseMissed({ incidentId, promiseId: id(8), dueAt: at }),
    'The promised time of the next update has passed',
  ],
  [updatePublished({ ...update, revision: 1, nextUpdateAt: at, kept: null }), 'Public update posted'],
  [
    updatePublished({ ...update, revision: 1, nextUpdateAt: at, kept: 'LATE' }),
    'Public update posted, after the promised time',
  ],
  [updateEdited({ ...update, revision: 2 }), 'Update edited: revision 2'],
];

test.each(told)('%#: %o', (event, sentence) => {
  expect(sentenceOf(event, names)).toBe(sentence);
});
