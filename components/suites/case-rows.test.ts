import { expect, test } from 'vitest';
import type { ReplayResultRow, ReplayView, SuiteView } from '@/lib/suites/queries/views';
import { caseRows, firstToExamine, shown } from './case-rows';

function result(caseId: string, number: number, given: Partial<ReplayResultRow>): ReplayResultRow {
  return {
    caseId,
    number,
    name: caseId,
    asks: 'GET /a',
    compares: 'status',
    outcome: 'MATCH',
    sentence: 'As in the baseline.',
    latencyMs: 12,
    finishedAt: '2026-11-22T10:00:00.000Z',
    explanation: null,
    explainedBy: null,
    ...given,
  };
}

const suite = {
  baseline: {},
  caseList: [
    { id: 'a', number: 1, name: 'a', asks: 'GET /a', compares: 'status', baseline: 'CURRENT' },
    { id: 'new', number: 4, name: 'new', asks: 'GET /n', compares: 'JSON', baseline: 'NONE' },
  ],
} as unknown as SuiteView;
const replay = {
  results: [
    result('a', 1, {}),
    result('b', 2, { outcome: 'DIFFER', sentence: 'Status: expected 200 OK, got 403 Forbidden.' }),
    result('c', 3, { outcome: 'EXPLAINED', explanation: 'Newer than the snapshot.', explainedBy: 'Ana' }),
  ],
} as unknown as ReplayView;

test('what is red says why, what is explained says by whom, what is new waits for a baseline', () => {
  const rows = caseRows(suite, replay);
  expect(rows.map(({ foot, when, isNew }) => [foot, when, isNew])).toEqual([
    ['Case 2. Status: expected 200 OK, got 403 Forbidden.', '12 ms', false],
    ['Case 3. Newer than the snapshot.', 'Ana', false],
    ['Case 1. GET /a, status', '12 ms', false],
    ['Case 4. GET /n, JSON', '', true],
  ]);
  expect(firstToExamine(rows)).toBe('b');
  expect(shown(rows, 'differ').map(({ caseId }) => caseId)).toEqual(['b', 'c']);
  expect(shown(rows, 'slow')).toEqual([]);
});

test('without a replay the cases stand alone', () => {
  expect(caseRows(suite, null).map(({ caseId, outcome }) => [caseId, outcome])).toEqual([
    ['a', null],
    ['new', null],
  ]);
  expect(firstToExamine([])).toBe('');
});
