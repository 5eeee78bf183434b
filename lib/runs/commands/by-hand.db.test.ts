import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { declared } from '@/lib/incidents/testing/declared';
import type { PlanStepInput } from '@/lib/plans/rules/content';
import type { Context } from '@/lib/platform/context';
import type { ProbeInput } from '@/lib/probes/rules/probe';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { runRead } from '@/lib/runs/queries/read';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { answer } from '@/lib/runs/testing/automation-server';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';
import { watchOldPrimaries } from '@/lib/runs/watch-old-primaries';
import { startTarget, type Target } from '@/lib/suites/testing/target';
import { beginRun } from './begin';
import { confirmStep } from './confirm-step';
import { decideStep } from './decide-step';
import { startRun } from './start';

testDatabase();

let ground: Ground;
let old: Target;
let mei: Context & { memberId: string };

/** The old primary, which says whether it takes writes. */
async function oldPrimary(writes: boolean): Promise<void> {
  await old?.stop();
  old = await startTarget((_, response) => answer(response, 200, { writes }), old?.port);
}

beforeAll(async () => {
  mei = await makeMember('MANAGER', 'Mei');
  ground = await startGround('shop');
  await oldPrimary(true);
});
afterAll(async () => {
  await ground.stop();
  await old.stop();
});

const state = (): ProbeInput => ({
  kind: 'HTTP',
  request: { url: `${old.url}/state` },
  expect: { json: [{ path: 'writes', equals: false }] },
});
const port = (): ProbeInput => ({ kind: 'TCP', host: '127.0.0.1', port: old.port, timeoutMs: 2_000 });
const byHand = (given: object) => step('MANUAL', { instruction: 'Do it.', ...given }, 'By hand');

/** A run of one step and a verification, as far as it comes without a person. */
async function begun(first: PlanStepInput, mode: 'LIVE' | 'DRILL' = 'DRILL') {
  const change = ground.automated('switch', { switches: true });
  const planId = await planOf(ground.serviceId, [[first], [change], [ground.verification()]]);
  const incident = mode === 'LIVE' ? (await declared(mei, ground.serviceId)).ref : undefined;
  const { ref } = await startRun(mei, { planId, mode, ...(incident ? { incident } : {}) });
  await beginRun(mei, { ref });
  await driveAll();
  const [{ id: stepId = '' } = {}] = (await runRead(mei, { ref })).steps;
  return { ref, stepId, planId };
}

async function ended(ref: string) {
  await driveAll();
  return await runRead(mei, { ref });
}

describe('a fence that a person sets is not set while the old primary answers', () => {
  test.each<[string, () => ProbeInput, object]>([
    ['its port', port, {}],
    ['its page, whatever that says', state, {}],
    ['its page, which takes writes', state, { mayAnswer: true }],
  ])('at %s', async (_, probe, more) => {
    await oldPrimary(true);
    const { ref, stepId } = await begun(byHand({ fences: true, probe: probe(), ...more }));
    await expect(confirmStep(mei, { ref, stepId })).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringMatching(/^The old primary answers\. .*(answered 200|127\.0\.0\.1)/),
      fields: { reason: [expect.any(String)] },
    });
    expect((await runRead(mei, { ref })).steps[0]).toMatchObject({
      state: 'RUNNING',
      acts: ['confirm', 'skip'],
    });
    await old.stop();
    await confirmStep(mei, { ref, stepId });
    const view = await ended(ref);
    expect(view.steps[0]).toMatchObject({ state: 'DONE', shown: true });
    expect(view).toMatchObject({ state: 'VERIFIED', rtaSeconds: expect.any(Number) });
  });

  test('one that may answer as it does while it is fenced is set then', async () => {
    await oldPrimary(false);
    const { ref, stepId } = await begun(byHand({ fences: true, probe: state(), mayAnswer: true }));
    await confirmStep(mei, { ref, stepId });
    expect(await ended(ref)).toMatchObject({ state: 'VERIFIED', rtaSeconds: expect.any(Number) });
  });
});

test('a name that leads nowhere shows no fence', async () => {
  const probe: ProbeInput = { kind: 'TCP', host: 'shop-1.exmaple.invalid', port: 5432, timeoutMs: 2_000 };
  const { ref, stepId } = await begun(byHand({ fences: true, probe }));
  await expect(confirmStep(mei, { ref, stepId })).rejects.toMatchObject({ code: 'precondition' });
  await confirmStep(mei, { ref, stepId, reason: 'I saw that it is off.' });
  const view = await ended(ref);
  expect(view.steps[0]).toMatchObject({ state: 'DONE', shown: false });
  expect(view).toMatchObject({ state: 'VERIFIED', rtaSeconds: null });
});

test('a switch by hand is done once its probe shows it, and a silence shows nothing', async () => {
  await old.stop();
  const { ref, stepId } = await begun(byHand({ switches: true, probe: port() }));
  await expect(confirmStep(mei, { ref, stepId })).rejects.toMatchObject({ code: 'precondition' });
  await oldPrimary(true);
  await confirmStep(mei, { ref, stepId });
  expect(await ended(ref)).toMatchObject({ state: 'VERIFIED', rtaSeconds: expect.any(Number) });
});

test('that it counts as done all the same takes a reason, is an exception, and is watched', async () => {
  await oldPrimary(true);
  const { ref, stepId } = await begun(byHand({ fences: true, probe: port() }), 'LIVE');
  await confirmStep(mei, {
    ref,
    stepId,
    note: 'Pulled the plug.',
    reason: 'Another machine has its address.',
  });
  const view = await ended(ref);
  expect(view.steps[0]).toMatchObject({
    state: 'DONE',
    shown: false,
    note: 'Pulled the plug.\nAnother machine has its address.',
    member: { name: 'Mei' },
  });
  expect(view).toMatchObject({
    state: 'VERIFIED',
    rtaSeconds: null,
    sentence: expect.stringMatching(/not shown by its probe/),
  });
  const done = await db().event.findFirstOrThrow({
    where: { type: 'run.stepDone', data: { path: ['runStepId'], equals: stepId } },
  });
  expect(done.data).toMatchObject({ shown: false });
  await watchOldPrimaries();
  expect(await db().finding.findMany({ where: { runId: view.id } })).toMatchObject([
    { sentence: expect.stringMatching(/^The old primary answers again\./) },
  ]);
  await old.stop();
});

test('what a person says of an automated step is an exception too, when its probe does not show it', async () => {
  const probe = { kind: 'HTTP' as const, request: { url: `${ground.front.url}/promoted` } };
  const decided = async () => {
    const { ref, stepId } = await begun(ground.automated('promote', { probe, timeoutSeconds: 1 }));
    return { ref, say: () => decideStep(mei, { ref, stepId, decision: 'DONE', note: 'I looked.' }) };
  };
  const one = await decided();
  await one.say();
  expect(await ended(one.ref)).toMatchObject({ state: 'VERIFIED', rtaSeconds: null });
  const other = await decided();
  ground.front.pages['/promoted'] = {};
  await other.say();
  expect(await ended(other.ref)).toMatchObject({ state: 'VERIFIED', rtaSeconds: expect.any(Number) });
});

test('a silence shows no fence that an automation says it set, whoever decides that it was done', async () => {
  await old.stop();
  const fence = ground.automated('fence', { fences: true, probe: state(), timeoutSeconds: 1 });
  const { ref, stepId } = await begun(fence);
  await decideStep(mei, { ref, stepId, decision: 'DONE', note: 'It is off.' });
  const view = await ended(ref);
  expect(view.steps[0]).toMatchObject({ state: 'DONE', shown: false });
  expect(view).toMatchObject({ state: 'VERIFIED', rtaSeconds: null });
});

test('the probe of a step that nobody may confirm or decide now is not sent', async () => {
  let asked = 0;
  const door = await startTarget((_, response) => {
    asked += 1;
    answer(response, 200, {});
  });
  const probe = { kind: 'HTTP' as const, request: { url: door.url, method: 'POST' as const } };
  const { ref, stepId } = await begun(byHand({ switches: true, probe }));
  await expect(decideStep(mei, { ref, stepId, decision: 'DONE', note: 'I looked.' })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(asked).toBe(0);
  await confirmStep(mei, { ref, stepId });
  expect(await ended(ref)).toMatchObject({ state: 'VERIFIED' });
  await expect(confirmStep(mei, { ref, stepId })).rejects.toMatchObject({ code: 'conflict' });
  expect(asked).toBe(1);
  await door.stop();
});

test('who starts a plan reads which of its steps are only somebody’s word', async () => {
  const said = await begun(byHand({ fences: true }));
  const shown = await begun(byHand({ fences: true, probe: port() }));
  const plans = await recoveryPlans(mei, {});
  const of = (planId: string) => plans.find(({ id }) => id === planId)?.onlySaid;
  expect([of(said.planId), of(shown.planId)]).toEqual([['1.1 By hand'], []]);
});
