import { expect, test } from 'vitest';
import { type EventDraft, type Names, sentenceOf, timelineOf } from '@/lib/platform/events/event-type';
import * as events from './events';

const id = (last: number) => `0198f000-0000-7000-8000-00000000000${last}`;
const incidentId = id(1);
const check = { incidentId, checkId: id(2) };
const finding = { incidentId, findingId: id(3), area: 'INFRASTRUCTURE' as const };
const run = { ...check, probeKind: 'HTTP' as const, resultId: id(4) };
const template = { templateId: id(5), serviceId: id(6), area: 'SERVICES' as const };
const known: Record<string, string> = { member: 'Mei', check: 'shop-1 is healthy', service: 'Shop' };
const names: Names = (kind, wanted) =>
  kind !== 'service' || wanted === id(6) ? (known[kind] ?? null) : null;

const told: [EventDraft, string][] = [
  [
    events.checklistCreated({ incidentId, serviceId: null, total: 21, automated: 13 }),
    'Checklist created: 21 checks, 13 run by Standby',
  ],
  [
    events.checklistCreated({ incidentId, serviceId: id(6), total: 1, automated: 1 }),
    'Checklist created for Shop: 1 check, 1 run by Standby',
  ],
  [events.checkFinished({ ...run, outcome: 'OK', before: null }), 'Check is OK: shop-1 is healthy'],
  [
    events.checkFinished({ ...run, outcome: 'FAULT', before: 'FAULT' }),
    'Check finds a fault as before: shop-1 is healthy',
  ],
  [
    events.checkFinished({ ...run, outcome: 'FAULT', before: 'OK' }),
    'Check finds a fault: shop-1 is healthy',
  ],
  [events.checkFinished({ ...run, outcome: 'OK', before: 'FAULT' }), 'Check is OK again: shop-1 is healthy'],
  [events.checkFinished({ ...run, outcome: 'UNCLEAR', before: 'OK' }), 'Check is unclear: shop-1 is healthy'],
  [
    events.checkRecorded({ ...check, outcome: 'FAULT', resultId: id(4) }),
    'Check recorded as fault: shop-1 is healthy',
  ],
  [
    events.findingSettled({ findingId: id(3), serviceId: id(6), incidentId, retired: true }),
    'Finding settled: the old primary is retired and watched no more',
  ],
  [events.checkSkipped({ ...check, from: 'RUNNING' }), 'Check skipped: shop-1 is healthy'],
  [events.checkAdded({ ...check, area: 'SERVICES', probeKind: null }), 'Check added: shop-1 is healthy'],
  [events.checkAssigned({ ...check, memberId: id(7) }), 'Check given to Mei: shop-1 is healthy'],
  [events.checkAssigned({ ...check, memberId: null }), 'Check is nobody’s now: shop-1 is healthy'],
  [events.checkAsked({ incidentId, checkId: id(2), count: 1 }), 'Check run again: shop-1 is healthy'],
  [events.checkAsked({ incidentId, checkId: null, count: 13 }), '13 automated checks run again'],
  [events.findingAdded({ ...finding, confirmed: false }), 'Finding added (server infrastructure)'],
  [events.findingAdded({ ...finding, confirmed: true }), 'Cause confirmed (server infrastructure)'],
  [events.findingConfirmed(finding), 'Cause confirmed'],
  [events.findingRuledOut(finding), 'Finding ruled out'],
  [events.checkTemplateCreated(template), 'A check was added to the checklist of Shop (services)'],
  [
    events.checkTemplateEdited({ ...template, serviceId: null }),
    'A check was changed in the checklist of all services (services)',
  ],
  [events.checkTemplateArchived(template), 'A check was taken off the checklist of Shop (services)'],
];

test.each(told)('%#: %o', (event, sentence) => {
  expect(sentenceOf(event, names)).toBe(sentence);
});

test('a check that Standby ran is on the timeline when it is news', () => {
  const shown = (outcome: 'OK' | 'FAULT' | 'UNCLEAR', before: 'OK' | 'FAULT' | 'UNCLEAR' | null) =>
    timelineOf(events.checkFinished({ ...run, outcome, before })) !== null;
  expect([shown('FAULT', null), shown('FAULT', 'OK'), shown('OK', 'FAULT'), shown('UNCLEAR', 'OK')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([shown('OK', null), shown('OK', 'UNCLEAR'), shown('FAULT', 'FAULT')]).toEqual([false, false, false]);
});
