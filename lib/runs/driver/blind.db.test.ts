import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import type { PlanStepInput } from '@/lib/plans/rules/content';
import type { Context } from '@/lib/platform/context';
import type { ProbeInput } from '@/lib/probes/rules/probe';
import { blinded } from '@/lib/probes/testing/blinding';
import { closedPort } from '@/lib/probes/testing/servers';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { beginRun } from '@/lib/runs/commands/begin';
import { retryStep } from '@/lib/runs/commands/retry-step';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';
import { replaySuite } from '@/lib/suites/replaying/replay-suite';

testDatabase();

let ground: Ground;
let mei: Context & { memberId: string };
let eyes: Awaited<ReturnType<typeof blinded>>;
let gone: ProbeInput;

beforeAll(async () => {
  mei = await makeMember('MANAGER', 'Mei');
  ground = await startGround('shop');
  eyes = await blinded(ground.serviceId);
  gone = { kind: 'TCP', host: '127.0.0.1', port: await closedPort(), timeoutMs: 500 };
});
afterAll(async () => {
  eyes.stop();
  await ground.automation.stop();
});

async function drilled(...steps: PlanStepInput[]) {
  const planId = await planOf(ground.serviceId, [steps]);
  const { ref } = await startRun(mei, { planId, mode: 'DRILL' });
  await beginRun(mei, { ref });
  await driveAll();
  return await runRead(mei, { ref });
}

const retried = { state: 'UNKNOWN', acts: ['retry', 'skip'] };
let waiting: string;

test('a check of a drill fails only while Standby sees', async () => {
  const look = step('CHECK', { probe: gone, tries: 1, onFailure: 'ABORT' });
  const { state, steps } = await drilled(look, ground.verification());
  expect(state).toBe('WAITING');
  expect(steps[0]).toMatchObject(retried);
  expect(steps[0]?.sentence).toMatch(
    /^Standby itself sees nothing, so this says nothing of the target\. Nothing/,
  );
});

test('a silence is no fence while Standby itself sees nothing', async () => {
  const fence = ground.automated('fence', { fences: true, probe: gone, timeoutSeconds: 1 });
  const { steps } = await drilled(fence, ground.verification());
  expect(steps[0]).toMatchObject({ state: 'UNKNOWN', acts: ['decide', 'skip'] });
});

test('a suite proves nothing then, and fails nothing', async () => {
  await ground.front.stop();
  const replay = await replaySuite({ suiteId: ground.suiteId, address: ground.front.url });
  expect(replay).toMatchObject({ state: 'ABORTED', unseen: true });
  const { ref, steps } = await drilled(ground.verification());
  expect(steps[0]).toMatchObject(retried);
  waiting = ref;
});

test('once it sees again, the same silence is a failure', async () => {
  await eyes.sees();
  const { steps } = await runRead(mei, { ref: waiting });
  await retryStep(mei, { ref: waiting, stepId: steps[0]?.id ?? '' });
  await driveAll();
  expect((await runRead(mei, { ref: waiting })).steps[0]).toMatchObject({ state: 'FAILED' });
  const look = step('CHECK', { probe: gone, tries: 1 });
  expect((await drilled(look, ground.verification())).steps[0]).toMatchObject({ state: 'FAILED' });
});
