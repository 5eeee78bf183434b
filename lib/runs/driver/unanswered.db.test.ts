import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { answerFetch } from '@/lib/http/api/fetch';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
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

type Response = Parameters<typeof answer>[0];

/** A drill whose first call is answered so, and calls back later. */
async function drilled(behave: (response: Response) => void, expects: string | null = null) {
  ground.automation.behaviours.set(act, (_, response) => behave(response));
  const step = ground.automated(act, { answer: 'CALL_BACK', expects });
  const planId = await planOf(ground.serviceId, [[step, ground.verification()]]);
  const { ref } = await startRun(mei, { planId, mode: 'DRILL' });
  await beginRun(mei, { ref });
  await driveAll();
  const [taken] = ground.automation.calls(act) as [Taken];
  const calledBack = async (body: object) =>
    (await answerFetch(ground.automation.callBack(taken, body))).status;
  return { ref, calledBack };
}

async function seen(ref: string) {
  await driveAll();
  const { state, steps } = await runRead(mei, { ref });
  return { state, step: steps[0], about: { ref, stepId: steps[0]?.id ?? '' } };
}

const unanswered: [string, (response: Response) => void][] = [
  ['a 500', (response) => answer(response, 500, { error: 'no' })],
  ['a cut connection', (response) => void response.destroy()],
  ['a redirect', (response) => void response.writeHead(303, { location: '/jobs/7' }).end()],
];
test.each(unanswered)('a call-back in its time brings the run on after %s', async (_, behave) => {
  const { ref, calledBack } = await drilled(behave);
  expect((await seen(ref)).step).toMatchObject({ state: 'UNKNOWN', acts: ['decide', 'skip'] });
  expect(await calledBack({ state: 'done', sentence: 'Moved.' })).toBe(200);
  const { state, step } = await seen(ref);
  expect([state, step?.sentence]).toEqual(['VERIFIED', 'Moved.']);
  expect(ground.automation.calls(act)).toHaveLength(1);
});

test('a call-back after a person has decided is recorded, and changes nothing', async () => {
  const { ref, calledBack } = await drilled((response) => answer(response, 500, {}));
  const { about } = await seen(ref);
  await decideStep(mei, { ...about, decision: 'FAILED', note: 'The front did not move.' });
  expect(await calledBack({ state: 'done' })).toBe(409);
  const { step } = await seen(ref);
  expect(step?.state).toBe('FAILED');
  expect(step?.sentence).toMatch(/Nobody waits for it any more.*It said: done\.$/);
});

test('a call-back whose words speak against it leaves the step unknown, with what it said', async () => {
  const { ref, calledBack } = await drilled((response) => answer(response, 504, {}), 'pg2');
  expect(await calledBack({ state: 'done', sentence: 'pg3 leads.' })).toBe(200);
  const { step } = await seen(ref);
  expect(step).toMatchObject({ state: 'UNKNOWN', acts: ['decide', 'skip'] });
  expect(step?.sentence).toMatch(/pg3 leads\. The step expects it to say “pg2”\.$/);
});
