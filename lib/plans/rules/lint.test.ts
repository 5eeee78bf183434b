import { describe, expect, test } from 'vitest';
import { failoverContent, lintContextOf, someParts, verification } from '@/lib/plans/testing/failover';
import { newId } from '@/lib/platform/ids';
import { planContentSchema, stepSchema } from './content';
import { type DraftStep, type PlanDraft, planDraftSchema } from './draft';
import { lintPlan } from './lint';
import { moveStep, placesOf } from './place';

const parts = someParts();
const whole = (): PlanDraft => planContentSchema.parse(failoverContent(parts));
const step = (draft: PlanDraft, label: string) => {
  const found = placesOf(draft).find((place) => place.label === label);
  if (!found) throw new Error(`No step ${label}`);
  return found.step;
};
const stops = (draft: PlanDraft, extra = {}) =>
  lintPlan(draft, lintContextOf(parts, extra))
    .filter((line) => line.rank === 'STOP')
    .map((line) => line.title);
const advice = (draft: PlanDraft, extra = {}) =>
  lintPlan(draft, lintContextOf(parts, extra))
    .filter((line) => line.rank === 'ADVICE')
    .map((line) => line.title);
const found = (draft: PlanDraft, rule: string, extra = {}) =>
  lintPlan(draft, lintContextOf(parts, extra)).find((line) => line.rule === rule);

test('a whole failover is not stopped, is never drilled, and most rules hold', () => {
  expect(stops(whole())).toEqual([]);
  expect(advice(whole())).toEqual(['Never drilled']);
  expect(
    lintPlan(whole(), lintContextOf(parts)).filter((line) => line.rank === 'HOLDS').length,
  ).toBeGreaterThan(9);
});

describe('order', () => {
  test('nothing looks at the target before the switch: a late check is offered to be moved, and that repairs it', () => {
    const draft = whole();
    const check = step(draft, '1.2');
    const last = draft.phases[2]?.id ?? '';
    const late = moveStep(draft, check.id, { phaseId: last, index: 0 });
    const line = found(late, 'verified-before-the-switch');
    expect(line).toMatchObject({ rank: 'STOP', repair: { kind: 'MOVE', label: 'Move 3.1 before 2.2' } });
    if (line?.repair?.kind !== 'MOVE') throw new Error('No repair');
    expect(stops(moveStep(late, line.repair.stepId, line.repair))).toEqual([]);
  });

  test('the only verification is not moved away from the end: a further one is added', () => {
    const draft = whole();
    draft.phases[0]?.steps.splice(1, 1);
    expect(found(draft, 'verified-before-the-switch')?.repair).toMatchObject({
      kind: 'ADD',
      label: 'Add a verification before 2.2',
    });
    draft.phases[2]?.steps.push(stepSchema.parse(verification(parts)));
    expect(found(draft, 'verified-before-the-switch')?.repair).toMatchObject({
      kind: 'MOVE',
      label: 'Move 3.1 before 2.2',
    });
  });

  test('a planned switchover needs a verification, a check is not enough', () => {
    expect(stops(whole(), { kind: 'SWITCHOVER' })).toEqual(['No verification before the switch']);
  });

  test('a verification has to come after the last switch', () => {
    const draft = whole();
    const moved = moveStep(draft, step(draft, '3.1').id, { phaseId: draft.phases[1]?.id ?? '', index: 0 });
    expect(stops(moved)).toEqual(['No verification after the last switch']);
    expect(found(moved, 'verification-ends-the-plan')?.repair?.label).toBe('Add a verification after 2.3');
  });

  test('a plan in which nothing is marked as the switch is stopped, a rebuild is only asked to look', () => {
    const draft = whole();
    step(draft, '2.2').switches = false;
    expect(stops(draft)).toEqual(['No step switches users over']);
    expect(advice(draft, { kind: 'REBUILD' })).toContain('No step switches users over');
  });

  test('users are to be told before and after', () => {
    const draft = whole();
    draft.phases[0]?.steps.shift();
    step(draft, '3.2').audience = 'INTERNAL';
    expect(advice(draft)).toEqual(
      expect.arrayContaining(['Users are not told before the switch', 'Users are not told after the switch']),
    );
  });
});

describe('steps', () => {
  test('what is missing stops, said per step', () => {
    const draft = whole();
    step(draft, '3.1').suiteId = '';
    step(draft, '2.1').action = ' ';
    expect(stops(draft)).toEqual(['2.1 is not complete', '3.1 is not complete']);
    expect(found(draft, 'complete')).toMatchObject({ text: 'Name the action of the automation.' });
  });

  test('a drill has an endpoint of its own, of the right kind', () => {
    const draft = whole();
    step(draft, '2.1').endpoints = { live: parts.live, drill: parts.live };
    step(draft, '2.2').endpoints = { live: parts.drill, drill: null };
    expect(stops(draft)).toEqual([
      '2.1 calls the same endpoint in a drill and live',
      '2.2 needs its endpoints',
    ]);
    expect(
      found(whole(), 'endpoints-differ', { choices: { endpoints: [], suites: [], datasets: [] } })?.text,
    ).toBe(
      'Its endpoint for a live run is not there any more. Its endpoint for a drill is not there any more.',
    );
  });

  test('a rebuild loads a snapshot of a known dataset', () => {
    const datasetId = newId();
    const choices = { ...lintContextOf(parts).choices, datasets: [{ id: datasetId, name: 'items' }] };
    expect(stops(whole(), { kind: 'REBUILD', choices })).toContain('Nothing loads a snapshot');
    const draft = whole();
    step(draft, '2.1').reloads = datasetId;
    expect(stops(draft, { kind: 'REBUILD', choices })).not.toContain('Nothing loads a snapshot');
    expect(stops(draft, { kind: 'REBUILD' })).toContain('The dataset of 2.1 is not there');
  });

  test('an empty phase can be taken out, an empty plan needs a step', () => {
    const draft = whole();
    draft.phases.push({ id: newId(), name: 'More', publicName: 'More', steps: [] });
    expect(found(draft, 'has-steps')).toMatchObject({ rank: 'STOP', repair: { label: 'Remove phase 4' } });
    expect(stops(planDraftSchema.parse({}))).toEqual(['The plan has no steps']);
  });

  test('two steps with one id are told', () => {
    const draft = whole();
    step(draft, '3.2').id = step(draft, '1.1').id;
    expect(stops(draft)).toEqual(['3.2 has the id of another part']);
  });

  test('a suite without a baseline and a switch that carries on are worth a look', () => {
    const choices = { ...lintContextOf(parts).choices };
    choices.suites = choices.suites.map((suite) => ({ ...suite, baseline: null }));
    const draft = whole();
    step(draft, '2.2').onFailure = 'CARRY_ON';
    expect(advice(draft, { choices })).toEqual(
      expect.arrayContaining(['The suite of 3.1 has no baseline', '2.2 carries on when it fails']),
    );
  });
});

test('a failover without a step that fences the old primary is told', () => {
  const draft = whole();
  const [promote, change] = [step(draft, '2.1'), step(draft, '2.2')];
  promote.probe = null;
  expect(advice(draft)).toContain('Nobody watches the old primary');
  promote.fences = false;
  expect(advice(draft)).toContain('Nothing fences the old primary');
  change.fences = true;
  expect(advice(draft)).not.toContain('Nothing fences the old primary');
  change.fences = false;
  draft.phases[2]?.steps.push({ ...promote, id: newId(), fences: true });
  expect(advice(draft)).toContain('Nothing fences the old primary');
  expect(found(draft, 'old-primary-is-fenced', { kind: 'SWITCHOVER' })).toBeUndefined();
});

test.each<[string, DraftStep[string]]>([
  ['a name', { kind: 'DNS', host: 'shop-1.example' }],
  ['our own books', { kind: 'BACKUP_AGE', datasetId: newId() }],
  ['a suite', { kind: 'KNOWN_GOOD', suiteId: newId(), address: 'http://shop-1' }],
  ['a lag', { kind: 'REPLICATION_LAG', request: { url: 'http://shop-1' }, path: 'lag', maxSeconds: 1 }],
])('a fence is not published with a probe of %s, which says nothing of the machine', (_, probe) => {
  const draft = whole();
  const fence = step(draft, '2.1');
  fence.probe = probe;
  expect(stops(draft)).toContain('The probe of 2.1 says nothing of the old primary');
  fence.fences = false;
  expect(stops(draft)).not.toContain('The probe of 2.1 says nothing of the old primary');
});

test('a switch or a fence by hand that no probe shows is told, step by step', () => {
  const draft = whole();
  const byHand = (label: string, given: object) => {
    const phase = draft.phases[1];
    const at = Number(label.split('.')[1]) - 1;
    const { id, name } = step(draft, label);
    phase?.steps.splice(
      at,
      1,
      stepSchema.parse({ id, name, kind: 'MANUAL', instruction: 'Do it.', ...given }),
    );
  };
  const said = (label: string) => `That ${label} was done is only somebody’s word`;
  byHand('2.1', { fences: true });
  byHand('2.2', { switches: true });
  expect(advice(draft)).toEqual(
    expect.arrayContaining([said('2.1'), said('2.2'), 'Nobody watches the old primary']),
  );
  const probe = { kind: 'TCP', host: '{{secondary}}', port: 80 };
  byHand('2.1', { fences: true, probe });
  expect(advice(draft)).toEqual([said('2.2'), 'Never drilled']);
  byHand('2.2', { switches: true, probe });
  expect(found(draft, 'shown-by-a-probe')?.rank).toBe('HOLDS');
});

test('a suite whose cases only read is told, because it verifies a front that refuses every order', () => {
  const choices = { ...lintContextOf(parts).choices };
  expect(advice(whole(), { choices })).not.toContain('No case of 3.1 writes');
  choices.suites = choices.suites.map((suite) => ({ ...suite, writes: 0 }));
  expect(advice(whole(), { choices })).toContain('No case of 3.1 writes');
});

describe('addresses and times', () => {
  test('an unknown variable is named with its step', () => {
    const draft = whole();
    draft.variables.pop();
    expect(found(draft, 'variables-are-known')).toMatchObject({
      title: '1.2 uses a variable that is not there',
      text: 'The variable {{secondary}} is not known in this plan. Add it with its value live and in a drill.',
    });
  });

  test('the same address in a drill and live stops what acts or judges, and is worth a look elsewhere', () => {
    const draft = whole();
    for (const variable of draft.variables) variable.drill = variable.live;
    expect(stops(draft)).toEqual(['The variable front is the same address in a drill and live']);
    expect(advice(draft)).toContain('The variable secondary is the same address in a drill and live');
  });

  test('a time-out that ends before its step could, and one longer than the objective', () => {
    const draft = whole();
    Object.assign(step(draft, '1.2'), { tries: 10, everySeconds: 60, timeoutSeconds: 30 });
    step(draft, '2.1').timeoutSeconds = 3_600;
    expect(stops(draft)).toEqual(['1.2 times out before it is over']);
    expect(advice(draft)).toContain('2.1 has a time-out of 1 h');
  });

  test('steps without history are named once others have some', () => {
    const draft = whole();
    const ids = placesOf(draft).map((place) => place.step.id);
    const times = { seconds: [60], medianSeconds: 60 };
    const history = Object.fromEntries(ids.slice(1).map((id) => [id, times]));
    expect(advice(draft, { history })).toEqual(['1.1 has no history']);
  });
});
