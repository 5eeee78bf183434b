import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { answerFetch } from '@/lib/http/api/fetch';
import type { PlanStepInput } from '@/lib/plans/rules/content';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { abortRun } from '@/lib/runs/commands/abort';
import { beginRun } from '@/lib/runs/commands/begin';
import { callBack } from '@/lib/runs/commands/call-back';
import { decideStep } from '@/lib/runs/commands/decide-step';
import { retryStep } from '@/lib/runs/commands/retry-step';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { answer, type Taken } from '@/lib/runs/testing/automation-server';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround } from '@/lib/runs/testing/ground';

testDatabase();

type Member = Context & { memberId: string };
let ground: Ground;
let mei: Member;
let act: string;

beforeAll(async () => {
  mei = await makeMember('MANAGER', 'Mei');
  ground = await startGround('shop');
});
afterAll(async () => await ground.stop());
beforeEach(() => {
  act = `act-${newId()}`;
});

/** A drill of one automated step and a verification, driven as far as it comes. */
async function drilled(step: PlanStepInput): Promise<string> {
  const planId = await planOf(ground.serviceId, [[step, ground.verification()]]);
  const { ref } = await startRun(mei, { planId, mode: 'DRILL' });
  await beginRun(mei, { ref });
  await driveAll();
  return ref;
}

async function seen(ref: string) {
  const view = await runRead(mei, { ref });
  const [step] = view.steps;
  return { view, step, about: { ref, stepId: step?.id ?? '' } };
}

const on = (behave: (taken: Taken, response: Parameters<typeof answer>[0]) => void) =>
  void ground.automation.behaviours.set(act, behave);

async function calledBack(request: Request): Promise<number> {
  return (await answerFetch(request)).status;
}

describe('an automation', () => {
  test('that refuses the call fails the step; a person tries it again, with another key', async () => {
    on((_, response) => answer(response, 422, { error: 'no' }));
    const ref = await drilled(ground.automated(act, { retries: 3 }));
    const { view, step, about } = await seen(ref);
    expect(view).toMatchObject({ state: 'WAITING', waitingFor: 'PERSON' });
    expect(step).toMatchObject({ state: 'FAILED', acts: ['retry', 'skip'] });
    expect(step?.sentence).toBe('The automation answered 422.');
    expect(ground.automation.calls(act)).toHaveLength(1);
    ground.automation.behaviours.delete(act);
    await retryStep(mei, about);
    await driveAll();
    expect((await seen(ref)).view.state).toBe('VERIFIED');
    expect(new Set(ground.automation.calls(act).map(({ key }) => key)).size).toBe(2);
  });

  test('that hangs leaves the step unknown, and is not called again until a person says so', async () => {
    on(() => {});
    const ref = await drilled(ground.automated(act, { timeoutSeconds: 1, retries: 3 }));
    const { step, about } = await seen(ref);
    expect(step).toMatchObject({ state: 'UNKNOWN', acts: ['decide', 'skip'] });
    expect(ground.automation.calls(act)).toHaveLength(1);
    ground.automation.behaviours.delete(act);
    await decideStep(mei, { ...about, decision: 'AGAIN', note: 'The log of the front shows nothing.' });
    await driveAll();
    const after = await seen(ref);
    expect(after.view.state).toBe('VERIFIED');
    expect(after.step?.attempts.map(({ state, decision }) => [state, decision])).toEqual([
      ['UNKNOWN', 'AGAIN'],
      ['ANSWERED', null],
    ]);
  });

  test('that closes the connection, or does not say what it did, leaves it unknown too', async () => {
    on((_, response) => response.destroy());
    const closed = await seen(await drilled(ground.automated(act)));
    expect(closed.step?.state).toBe('UNKNOWN');
    on((_, response) => answer(response, 200, { hello: 'world' }));
    const mute = await seen(await drilled(ground.automated(act)));
    expect(mute.step).toMatchObject({ state: 'UNKNOWN' });
    expect(mute.step?.sentence).toMatch(/does not say in its answer/);
    await abortRun(mei, { ref: closed.view.ref, safeStateNote: 'Nothing was switched.' });
    await abortRun(mei, { ref: mute.view.ref, safeStateNote: 'Nothing was switched.' });
  });

  test('that is not there is called again as often as the plan allows, because nothing arrived', async () => {
    const gone = await startGround(`gone-${newId()}`);
    await gone.automation.stop();
    const planId = await planOf(gone.serviceId, [[gone.automated(act, { retries: 1 }), gone.verification()]]);
    const { ref } = await startRun(mei, { planId, mode: 'DRILL' });
    await beginRun(mei, { ref });
    await driveAll();
    const { step } = await seen(ref);
    expect(step).toMatchObject({ state: 'FAILED' });
    expect(step?.attempts.map(({ state, ok }) => [state, ok])).toEqual([
      ['ANSWERED', false],
      ['ANSWERED', false],
    ]);
    await gone.front.stop();
  });

  test('that says failed fails the step with its own words', async () => {
    on((_, response) => answer(response, 200, { state: 'failed', sentence: 'The disk is full.' }));
    const { step } = await seen(await drilled(ground.automated(act)));
    expect(step).toMatchObject({ state: 'FAILED', sentence: 'The disk is full.' });
  });

  test('that says done although the front did not move is found out by the verification', async () => {
    ground.front.pages['/items'] = { items: [] };
    const ref = await drilled(ground.automated(act, { switches: true }));
    const { view, step } = await seen(ref);
    expect(step?.state).toBe('DONE');
    expect(view).toMatchObject({ state: 'WAITING', rtaSeconds: null });
    expect(view.steps[1]).toMatchObject({ state: 'FAILED', suiteRun: { state: 'FAILED', differed: 1 } });
    ground.front.pages['/items'] = { items: ['tea', 'salt'] };
    await retryStep(mei, { ref, stepId: view.steps[1]?.id ?? '' });
    await driveAll();
    expect((await seen(ref)).view).toMatchObject({ state: 'VERIFIED' });
  });
});

describe('a call-back', () => {
  const awaited = (given = {}) => ground.automated(act, { answer: 'CALL_BACK', ...given });

  test('brings the run on, once; a second one changes nothing', async () => {
    const ref = await drilled(awaited());
    const [taken] = ground.automation.calls(act) as [Taken];
    expect((await seen(ref)).view).toMatchObject({ state: 'WAITING', waitingFor: 'CALL_BACK' });
    expect(await calledBack(ground.automation.callBack(taken, { state: 'done', sentence: 'Moved.' }))).toBe(
      200,
    );
    expect(await calledBack(ground.automation.callBack(taken, { state: 'failed' }))).toBe(200);
    await driveAll();
    const { view, step } = await seen(ref);
    expect(view.state).toBe('VERIFIED');
    expect(step?.attempts).toHaveLength(1);
    const kept = await db().stepCallback.findMany({ orderBy: { receivedAt: 'asc' } });
    expect(kept.map(({ accepted }) => accepted)).toEqual([true, false]);
    const event = await db().event.findFirstOrThrow({ where: { type: 'run.calledBack' } });
    expect(event).toMatchObject({ actorKind: 'callback', mode: 'DRILL' });
  });

  test('that is wrongly signed, unreadable or of another call is refused, and recorded', async () => {
    const ref = await drilled(awaited());
    const [taken] = ground.automation.calls(act) as [Taken];
    const forged = ground.automation.callBack(
      taken,
      { state: 'done' },
      `whsec_${Buffer.alloc(32).toString('base64')}`,
    );
    expect(await calledBack(forged)).toBe(401);
    expect(await calledBack(ground.automation.callBack(taken, '{"state":'))).toBe(400);
    const url = taken.callback?.url.replace(/[^/]{43}$/, 'x'.repeat(43)) ?? '';
    const lost = { ...taken, callback: { url, until: '' } };
    expect(await calledBack(ground.automation.callBack(lost, { state: 'done' }))).toBe(404);
    const { step } = await seen(ref);
    expect(step).toMatchObject({ state: 'RUNNING' });
    const attemptId = step?.attempts[0]?.id ?? '';
    expect(await db().stepCallback.count({ where: { attemptId, accepted: false } })).toBe(2);
    const token = taken.callback?.url.split('/').at(-1) ?? '';
    await expect(callBack(mei, { token, body: '{}', headers: {} })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const other: Context = { ...mei, actor: { kind: 'callback', attemptId: newId() } };
    await expect(callBack(other, { token, body: '{}', headers: {} })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('that comes too late finds the step unknown, and what it said is shown to whoever decides', async () => {
    const ref = await drilled(awaited());
    const [taken] = ground.automation.calls(act) as [Taken];
    await db().stepAttempt.updateMany({
      where: { idempotencyKey: taken.key },
      data: { callbackUntil: new Date(Date.now() - 1_000) },
    });
    const late = () => ground.automation.callBack(taken, { state: 'done', sentence: 'It took a while.' });
    expect(await calledBack(late())).toBe(409);
    await driveAll();
    const { step, about } = await seen(ref);
    expect(step).toMatchObject({ state: 'UNKNOWN' });
    expect(step?.sentence).toMatch(
      /did not call back in time.*after its time.*It said: done. It took a while./,
    );
    expect(await calledBack(late())).toBe(409);
    await decideStep(mei, { ...about, decision: 'DONE', note: 'It came, too late.' });
    await driveAll();
    expect((await seen(ref)).view.state).toBe('VERIFIED');
    expect(ground.automation.calls(act)).toHaveLength(1);
  });

  test('of a run that was aborted changes nothing', async () => {
    const ref = await drilled(awaited());
    const [taken] = ground.automation.calls(act) as [Taken];
    await abortRun(mei, { ref, safeStateNote: 'The front still points at shop-1.' });
    expect(await calledBack(ground.automation.callBack(taken, { state: 'done' }))).toBe(409);
    const { view, step } = await seen(ref);
    expect(view).toMatchObject({
      state: 'ABORTED',
      safeStateNote: 'The front still points at shop-1.',
      acts: [],
    });
    expect(step).toMatchObject({ state: 'UNKNOWN', acts: [] });
  });

  test('that is faster than the answer counts', async () => {
    on((taken, response) => {
      void calledBack(ground.automation.callBack(taken, { state: 'done' })).then(() =>
        answer(response, 202, { state: 'accepted' }),
      );
    });
    expect((await seen(await drilled(awaited()))).view.state).toBe('VERIFIED');
  });
});
