import { expect, test } from 'vitest';
import type { PlanDraft } from '@/lib/plans/rules/draft';
import { placesOf } from '@/lib/plans/rules/place';
import {
  asKind,
  changeStep,
  newPhase,
  newProbe,
  newStep,
  nudgePhase,
  nudgeStep,
  removeStep,
  repaired,
} from './draft-edits';
import { numberTyped, valueAt, withValueAt } from './value-path';

function draft(): PlanDraft {
  const phases = [['a', 'b'], [], ['c']].map((names) => ({
    ...newPhase(),
    steps: names.map((name) => newStep('MANUAL', name)),
  }));
  return { purpose: '', variables: [], precheck: [], phases };
}
const order = (plan: PlanDraft) =>
  plan.phases.map((phase) => phase.steps.map((step) => step.name).join('')).join('|');
const idOf = (plan: PlanDraft, name: string) =>
  placesOf(plan).find((place) => place.step.name === name)?.step.id ?? '';

test('a step goes up and down, over the edges of phases, and stops at the ends', () => {
  let plan = draft();
  const a = idOf(plan, 'a');
  const seen = [1, 1, 1, 1, 1].map(() => {
    plan = nudgeStep(plan, a, 1);
    return order(plan);
  });
  expect(seen).toEqual(['ba||c', 'b|a|c', 'b||ac', 'b||ca', 'b||ca']);
  expect(order(nudgeStep(plan, a, -1))).toBe('b||ac');
  expect(order(nudgeStep(draft(), 'unknown', 1))).toBe('ab||c');
});

test('phases change places, steps go with them', () => {
  const plan = draft();
  expect(order(nudgePhase(plan, plan.phases[2]?.id ?? '', -1))).toBe('ab|c|');
  expect(order(nudgePhase(plan, plan.phases[0]?.id ?? '', -1))).toBe('ab||c');
});

test('another kind keeps what was typed for the one before', () => {
  const manual = { ...newStep('MANUAL', 'Do it'), instruction: 'Turn the key' };
  const wait = asKind(manual, 'WAIT');
  expect(wait).toMatchObject({ kind: 'WAIT', seconds: 60, instruction: 'Turn the key', id: manual.id });
  expect(asKind(wait, 'MANUAL')).toMatchObject({ instruction: 'Turn the key' });
});

test('what a kind before could do without is filled in where the new one begins with something', () => {
  for (const kind of ['MANUAL', 'AUTOMATED'] as const) {
    expect(asKind(newStep(kind), 'CHECK')).toMatchObject({ probe: newProbe('HTTP'), tries: 3 });
    expect(asKind({ ...newStep(kind), probe: newProbe('TCP') }, 'CHECK')).toMatchObject({
      probe: newProbe('TCP'),
    });
  }
});

test('the repairs of lint move, add and take out', () => {
  const plan = draft();
  const place = { phaseId: plan.phases[0]?.id ?? '', index: 1 };
  const moved = repaired(plan, { kind: 'MOVE', label: '', stepId: idOf(plan, 'c'), ...place });
  expect(order(moved.draft)).toBe('acb||');
  const step = { kind: 'VERIFICATION' as const, name: 'v' };
  const added = repaired(plan, { kind: 'ADD', label: '', step, ...place });
  expect(order(added.draft)).toBe('avb||c');
  expect(added.stepId).toBe(idOf(added.draft, 'v'));
  const phaseId = plan.phases[1]?.id ?? '';
  expect(order(repaired(plan, { kind: 'REMOVE_PHASE', label: '', phaseId }).draft)).toBe('ab|c');
});

test('steps are changed and removed by id', () => {
  const plan = draft();
  const b = plan.phases[0]?.steps[1];
  if (!b) throw new Error('No such step');
  expect(order(changeStep(plan, { ...b, name: 'x' }))).toBe('ax||c');
  expect(order(removeStep(plan, b.id))).toBe('a||c');
});

test('values are read and written by path, and the original stays', () => {
  const step = { probe: { request: { url: 'a' } } };
  expect(valueAt(withValueAt(step, 'probe.request.url', 'b'), 'probe.request.url')).toBe('b');
  expect(withValueAt({}, 'expect.maxMs', 5)).toEqual({ expect: { maxMs: 5 } });
  expect(step.probe.request.url).toBe('a');
  expect(valueAt(step, 'probe.expect.maxMs')).toBeUndefined();
  expect([numberTyped('12'), numberTyped(''), numberTyped('1.'), numberTyped('many')]).toEqual([
    12,
    null,
    '1.',
    'many',
  ]);
});
