import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { beginRun } from './commands/begin';
import { confirmStep } from './commands/confirm-step';
import { startRun } from './commands/start';
import { runRead } from './queries/read';
import { driveAll } from './testing/drive';
import { type Ground, planOf, startGround, step } from './testing/ground';

testDatabase();

type Member = Context & { memberId: string };
let ground: Ground;
let priya: Member;

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  ground = await startGround('shop');
});
afterAll(async () => await ground.stop());

describe('a drill', () => {
  test('goes from its precheck through every kind of step to verified, and is timed', async () => {
    const planId = await planOf(ground.serviceId, [
      [step('MANUAL', { instruction: 'Call the office.' })],
      [ground.automated('front.switch', { input: { to: 'shop-2' }, switches: true }), ground.verification()],
    ]);
    const { ref } = await startRun(priya, { planId, mode: 'DRILL' });
    await beginRun(priya, { ref });
    await driveAll();
    const waiting = await runRead(priya, { ref });
    expect(waiting).toMatchObject({
      state: 'WAITING',
      waitingFor: 'PERSON',
      acts: expect.arrayContaining(['pause']),
    });
    expect(waiting.steps[0]).toMatchObject({ state: 'RUNNING', acts: ['confirm', 'skip'], label: '1.1' });
    await confirmStep(priya, { ref, stepId: waiting.steps[0]?.id ?? '', version: waiting.version });
    await driveAll();
    const view = await runRead(priya, { ref });
    expect(view).toMatchObject({ state: 'VERIFIED', mode: 'DRILL' });
    expect(view.rtaSeconds).toBeGreaterThanOrEqual(0);
    const [call] = ground.automation.calls('front.switch');
    expect(call).toMatchObject({ signed: true, path: '/shop/drill', mode: 'DRILL', input: { to: 'shop-2' } });
    const events = await db().event.findMany({
      where: { type: { startsWith: 'run.' } },
      orderBy: { id: 'asc' },
    });
    expect(new Set(events.map(({ mode }) => mode))).toEqual(new Set(['DRILL']));
    expect(events.map(({ type }) => type)).toMatchInlineSnapshot(`
      [
        "run.started",
        "run.begun",
        "run.stepStarted",
        "run.waiting",
        "run.stepDone",
        "run.continued",
        "run.stepStarted",
        "run.attempted",
        "run.attempted",
        "run.attempted",
        "run.stepDone",
        "run.stepStarted",
        "run.stepDone",
        "run.verified",
      ]
    `);
  });
});
