import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failoverContent, someParts } from '@/lib/plans/testing/failover';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { changesBetween } from './changes';
import { planContentSchema } from './content';
import type { PlanDraft } from './draft';
import { moveStep, placesOf } from './place';

const content = (): PlanDraft => planContentSchema.parse(failoverContent(someParts()));
const said = (before: PlanDraft, after: PlanDraft) =>
  changesBetween(before, after).map((change) => `${change.kind} ${change.label} ${change.name}`);

test('nothing differs from itself', () => {
  const plan = content();
  expect(changesBetween(plan, structuredClone(plan))).toEqual([]);
});

test('a step taken to the front has moved, those behind it have not', () => {
  const plan = content();
  const last = placesOf(plan).at(-1)?.step.id ?? '';
  const after = moveStep(plan, last, { phaseId: plan.phases[0]?.id ?? '', index: 0 });
  expect(changesBetween(plan, after)).toMatchObject([
    { kind: 'MOVED', label: '1.1', from: '3.2', fields: [] },
  ]);
});

test('new, removed and changed are told with what was and what is', () => {
  const plan = content();
  const after = structuredClone(plan);
  const phase = after.phases[1];
  const promote = phase?.steps[0];
  if (!phase || !promote) throw new Error('No such step');
  promote.timeoutSeconds = 480;
  after.phases[0]?.steps.pop();
  phase.steps.push({ id: crypto.randomUUID(), kind: 'WAIT', name: 'Let connections end', seconds: 60 });
  after.variables.push({ name: 'spare', live: 'a', drill: 'b' });
  expect(said(plan, after)).toEqual([
    'NEW  spare',
    'CHANGED 2.1 Promote shop-2',
    'NEW 2.3 Let connections end',
    'REMOVED 1.2 The copy is in step',
  ]);
  const changed = changesBetween(plan, after).find((change) => change.kind === 'CHANGED');
  expect(changed?.fields).toEqual([{ name: 'time-out', before: '10 min', after: '8 min' }]);
});

test('ids of endpoints and suites are said by name', () => {
  const plan = content();
  const after = structuredClone(plan);
  const verify = after.phases[2]?.steps[0];
  if (!verify) throw new Error('No such step');
  const other = crypto.randomUUID();
  const names = { [String(verify.suiteId)]: 'Shop', [other]: 'Shop, quick' };
  verify.suiteId = other;
  expect(changesBetween(plan, after, names)[0]?.fields).toEqual([
    { name: 'suite', before: 'Shop', after: 'Shop, quick' },
  ]);
});

const moves = fc.array(fc.record({ step: fc.nat(5), phase: fc.nat(2), index: fc.nat(6) }), { maxLength: 12 });

test('moving steps about never changes an id, loses or doubles a step, and back is no change', () => {
  fc.assert(
    fc.property(moves, (list) => {
      const plan = content();
      const ids = placesOf(plan).map((place) => place.step.id);
      let moved = plan;
      for (const { step, phase, index } of list) {
        moved = moveStep(moved, ids[step] ?? '', { phaseId: plan.phases[phase]?.id ?? '', index });
      }
      expect(
        placesOf(moved)
          .map((place) => place.step.id)
          .toSorted(),
      ).toEqual(ids.toSorted());
      const changes = changesBetween(plan, moved);
      expect(changes.every((change) => change.kind === 'MOVED')).toBe(true);
      expect(changes.length === 0).toBe(canonicalJson(plan) === canonicalJson(moved));
    }),
  );
});

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
}

test('canonical content does not depend on the order of keys', () => {
  const plan = content();
  expect(canonicalJson(shuffled(plan))).toBe(canonicalJson(plan));
  expect(JSON.stringify(shuffled(plan))).not.toBe(JSON.stringify(plan));
});

test('a field that a draft was begun without is no difference while it is not set', () => {
  const [before, after] = [content(), content()];
  before.phases = structuredClone(after.phases);
  const step = after.phases[1]?.steps[0] as Record<string, unknown>;
  delete step.expects;
  expect(said(before, after)).toEqual([]);
  step.expects = 'Promoted';
  expect(said(before, after)).toEqual(['CHANGED 2.1 Promote shop-2']);
});
