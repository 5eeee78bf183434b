import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { answerFetch } from '@/lib/http/api/fetch';
import type { PlanStepInput } from '@/lib/plans/rules/content';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import type { ProbeInput } from '@/lib/probes/rules/probe';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { beginRun } from '@/lib/runs/commands/begin';
import { decideStep } from '@/lib/runs/commands/decide-step';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { answer, type Taken } from '@/lib/runs/testing/automation-server';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround } from '@/lib/runs/testing/ground';

testDatabase();

let ground: Ground;
let mei: Context & { memberId: string };
let act: string;

beforeAll(async () => {
  mei = await makeMember('MANAGER', 'Mei');
  ground = await startGround('shop');
});
afterAll(async () => await ground.stop());
beforeEach(() => {
  act = `act-${newId()}`;
});

/** A drill of one automated step, the switch of the users, and a verification. */
async function drilled(step: PlanStepInput) {
  const change = ground.automated(`switch-${act}`, { switches: true });
  const planId = await planOf(ground.serviceId, [[step], [change], [ground.verification()]]);
  const { ref } = await startRun(mei, { planId, mode: 'DRILL' });
  await beginRun(mei, { ref });
  await driveAll();
  return await runRead(mei, { ref });
}

const answers = (status: number, body: object) =>
  void ground.automation.behaviours.set(act, (_, response) => answer(response, status, body));
const switched = () => ground.automation.calls(`switch-${act}`).length;
const role = (equals: string): ProbeInput => ({
  kind: 'HTTP',
  request: { url: `${ground.front.url}/role` },
  expect: { json: [{ path: 'primary', equals }] },
});

describe('what an automation answers is no proof', () => {
  test.each([500, 501, 502, 503, 504, 522, 408, 301, 303, 307])(
    'after a %i nobody knows, and no retry is offered',
    async (status) => {
      answers(status, { error: 'no time' });
      const { steps } = await drilled(ground.automated(act, { retries: 3 }));
      expect(steps[0]).toMatchObject({
        state: 'UNKNOWN',
        acts: ['decide', 'skip'],
        sentence: `The automation answered ${status}. It may have begun all the same.`,
      });
      expect(ground.automation.calls(act)).toHaveLength(1);
      expect(switched()).toBe(0);
    },
  );

  test('of a 503 that says in its body that it failed', async () => {
    answers(503, { state: 'failed', sentence: 'No replica is there.' });
    const { steps } = await drilled(ground.automated(act));
    expect(steps[0]).toMatchObject({ state: 'FAILED', acts: ['retry', 'skip'] });
  });

  test('when its words are of another machine: the run stops before users are switched', async () => {
    const sentence = 'Switched over to pg3 instead of pg2';
    answers(200, { state: 'done', sentence });
    const view = await drilled(ground.automated(act, { expects: 'Switched over to pg2' }));
    expect(view).toMatchObject({ state: 'WAITING', waitingFor: 'PERSON' });
    expect(view.steps[0]).toMatchObject({
      state: 'UNKNOWN',
      acts: ['decide', 'skip'],
      sentence: `The automation says done, and: ${sentence} The step expects it to say “Switched over to pg2”.`,
    });
    expect(switched()).toBe(0);
    answers(200, { state: 'done', sentence: 'Switched over to pg2.' });
    await decideStep(mei, {
      ref: view.ref,
      stepId: view.steps[0]?.id ?? '',
      decision: 'AGAIN',
      note: 'Moved back.',
    });
    await driveAll();
    expect(await runRead(mei, { ref: view.ref })).toMatchObject({ state: 'VERIFIED' });
  });

  test('when it calls back so', async () => {
    const run = await drilled(ground.automated(act, { answer: 'CALL_BACK', input: { to: 'pg2' } }));
    const [taken] = ground.automation.calls(act) as [Taken];
    const said = { state: 'done', sentence: 'pg3 leads instead of pg2' };
    expect((await answerFetch(ground.automation.callBack(taken, said))).status).toBe(200);
    await driveAll();
    expect((await runRead(mei, { ref: run.ref })).steps[0]).toMatchObject({ state: 'UNKNOWN' });
    expect(switched()).toBe(0);
  });
});

describe('a step with a probe of its own', () => {
  test('is done once that shows it, although nobody knew what its call did', async () => {
    ground.front.pages['/role'] = { primary: 'pg1' };
    setTimeout(() => {
      ground.front.pages['/role'] = { primary: 'pg2' };
    }, 500);
    answers(503, {});
    const view = await drilled(ground.automated(act, { probe: role('pg2') }));
    expect(view.steps[0]).toMatchObject({ state: 'DONE' });
    expect(view.steps[0]?.sentence).toMatch(/^The automation answered 503\..* GET \/role answered 200/);
    expect(view.state).toBe('VERIFIED');
    expect(ground.automation.calls(act)).toHaveLength(1);
  });

  test('is not, when it says done and the probe never shows it', async () => {
    ground.front.pages['/role'] = { primary: 'pg3' };
    answers(200, { state: 'done', sentence: 'All well.' });
    const view = await drilled(ground.automated(act, { probe: role('pg2'), timeoutSeconds: 1 }));
    expect(view.steps[0]).toMatchObject({ state: 'UNKNOWN', acts: ['decide', 'skip'] });
    expect(view.steps[0]?.sentence).toMatch(/^All well\. .*primary/);
    expect(switched()).toBe(0);
  });
});
