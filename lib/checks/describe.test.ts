import { expect, test } from 'vitest';
import { eventTypes } from '@/lib/platform/events';
import { describeCheckEvent } from './describe';
import * as events from './events';

const id = (last: number) => `0198f000-0000-7000-8000-00000000000${last}`;
const incidentId = id(1);
const check = { incidentId, checkId: id(2) };
const finding = { incidentId, findingId: id(3), area: 'INFRASTRUCTURE' as const };
const run = { ...check, probeKind: 'HTTP' as const, resultId: id(4) };
const template = { templateId: id(5), serviceId: id(6), area: 'SERVICES' as const };
const names = {
  member: () => 'Mei',
  service: (wanted: string) => (wanted === id(6) ? 'Shop' : null),
  check: () => 'shop-1 is healthy',
};

const told: [{ type: string; data: Record<string, unknown> }, string | null][] = [
  [
    events.checkLaidOut({ incidentId, serviceId: null, total: 21, automated: 13 }),
    'Checklist laid out: 21 checks, 13 run by Standby',
  ],
  [
    events.checkLaidOut({ incidentId, serviceId: id(6), total: 1, automated: 1 }),
    'Checklist laid out for Shop: 1 check, 1 run by Standby',
  ],
  [events.checkFinished({ ...run, outcome: 'OK', before: null }), null],
  [events.checkFinished({ ...run, outcome: 'FAULT', before: 'FAULT' }), null],
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
  expect(describeCheckEvent(event, names)).toBe(sentence);
});

test('no type of event of a check or a finding is without words', () => {
  const known = new Set(told.map(([event]) => event.type));
  const own = eventTypes().filter(({ type }) => /^(check|finding|checkTemplate)\./.test(type));
  expect(own.map(({ type }) => type).filter((type) => !known.has(type))).toEqual([]);
});
