import { expect, test } from 'vitest';
import type { Estimate, RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import { byVerdict, drillsSentence, drillVerdict, resultWords } from './drill-verdict';

const service = { id: '', slug: 'shop', name: 'Shop', rtoMinutes: 60, rpoMinutes: 15 };
const drill: NonNullable<RecoveryPlanRow['lastDrill']> = {
  ref: 'FO-1',
  kind: 'FULL',
  state: 'VERIFIED',
  finishedAt: '2026-06-01T10:00:00Z',
  rtaSeconds: 1_200,
  rpaSeconds: 5,
  cases: null,
};

function plan(over: Partial<Omit<RecoveryPlanRow, 'estimate'>>, claim: Partial<Estimate> = {}) {
  const estimate = { basis: 'FEW', stale: false, runs: 1, drills: 1, ...claim };
  return { service, lastDrill: drill, estimate, ...over } as RecoveryPlanRow;
}
const never = plan({ lastDrill: null }, { basis: 'NEVER' });
const holds = plan({});

test('what a claim is worth', () => {
  expect(drillVerdict(never)).toBe('NEVER');
  expect(drillVerdict(plan({}, { basis: 'NEVER' }))).toBe('UNVERIFIED');
  expect(drillVerdict(plan({ lastDrill: { ...drill, state: 'FAILED' } }))).toBe('UNVERIFIED');
  expect(drillVerdict(plan({ lastDrill: { ...drill, rtaSeconds: null } }))).toBe('UNVERIFIED');
  expect(drillVerdict(plan({}, { stale: true }))).toBe('STALE');
  expect(drillVerdict(plan({ lastDrill: { ...drill, rtaSeconds: 5_760 } }))).toBe('OVER');
  expect(drillVerdict(holds)).toBe('HOLDS');
});

test('the result against what was agreed', () => {
  expect(resultWords(drill, service)).toBe('Inside both');
  expect(resultWords({ ...drill, rtaSeconds: 5_760 }, service)).toBe('36 min over');
  expect(resultWords({ ...drill, rpaSeconds: 960 }, service)).toBe('60 s over');
  expect(resultWords(drill, { ...service, rpoMinutes: null })).toBe('Inside');
});

test('the worst comes first, and the sentence says it', () => {
  expect(byVerdict([holds, never])).toEqual([never, holds]);
  expect(drillsSentence([holds])).toBe('The plan is drilled.');
  expect(drillsSentence([holds, never])).toBe('1 of 2 plans has no tested time.');
  expect(drillsSentence([])).toBe('There is no recovery plan to drill yet.');
});
