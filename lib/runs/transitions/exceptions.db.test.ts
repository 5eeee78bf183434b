import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { planRead } from '@/lib/plans/queries/read';
import type { PlanStepInput } from '@/lib/plans/rules/content';
import type { Context } from '@/lib/platform/context';
import { sentenceOf } from '@/lib/platform/events/event-type';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { beginRun } from '@/lib/runs/commands/begin';
import { skipStep } from '@/lib/runs/commands/skip-step';
import { startRun } from '@/lib/runs/commands/start';
import { planEstimate } from '@/lib/runs/queries/estimate';
import { runList } from '@/lib/runs/queries/list';
import { runRead } from '@/lib/runs/queries/read';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { isProof, rtaWords, runEndLabel } from '@/lib/runs/rules/proof';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';

testDatabase();

let ground: Ground;
let priya: Context & { memberId: string };

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  ground = await startGround('shop');
});
afterAll(async () => await ground.stop());

const red = (name: string, given = {}) =>
  step(
    'CHECK',
    { probe: { kind: 'HTTP', request: { url: `${ground.front.url}/nowhere` } }, tries: 1, ...given },
    name,
  );

/** A drill of these steps and a verification; whatever fails is skipped. */
async function drilledWithSkips(steps: PlanStepInput[]) {
  const planId = await planOf(ground.serviceId, [steps, [ground.verification()]]);
  const { ref } = await startRun(priya, { planId, mode: 'DRILL' });
  await beginRun(priya, { ref });
  await driveAll();
  for (;;) {
    const view = await runRead(priya, { ref });
    const failed = view.steps.find(({ acts }) => acts.includes('skip'));
    if (!failed) return { planId, view };
    await skipStep(priya, { ref, stepId: failed.id, reason: 'We go on without it.' });
    await driveAll();
  }
}

test('a drill whose three failed steps were skipped gives no time and is no drill', async () => {
  const { planId, view } = await drilledWithSkips([red('One'), red('Two'), red('Three')]);
  expect(view.steps.map(({ state }) => state)).toEqual(['SKIPPED', 'SKIPPED', 'SKIPPED', 'DONE']);
  expect(view).toMatchObject({
    state: 'VERIFIED',
    rtaSeconds: null,
    sentence: 'Verified with exceptions: what was skipped or left failed is not proven, so no time counts.',
  });
  expect(await planEstimate(db(), planId, new Date())).toMatchObject({
    basis: 'NEVER',
    drills: 0,
    words: 'never drilled',
  });
  const plan = (await recoveryPlans(priya, {})).find(({ id }) => id === planId);
  expect(plan?.lastDrill && isProof(plan.lastDrill)).toBe(false);
  expect((await planRead(priya, { id: planId })).history).toEqual({});
  await sequenceAll();
  const said = await db().event.findFirstOrThrow({
    where: { type: 'run.verified', subjects: { some: { kind: 'run', subjectId: view.id } } },
  });
  expect(said.data).toMatchObject({ rtaSeconds: null });
});

test('a drill that only talks the plan through tells no time anywhere, and has no exceptions', async () => {
  const check = step('CHECK', {
    probe: { kind: 'HTTP', request: { url: `${ground.front.url}/health` } },
    tries: 1,
  });
  const planId = await planOf(ground.serviceId, [[check], [ground.verification()]]);
  const { ref } = await startRun(priya, { planId, mode: 'DRILL', drillKind: 'TABLETOP' });
  await beginRun(priya, { ref });
  await driveAll();
  const view = await runRead(priya, { ref });
  expect(view).toMatchObject({ state: 'VERIFIED', rtaSeconds: null, rpaSeconds: null });
  expect(view.sentence).toBe('Talked through to the end. A tabletop drill gives no time.');
  expect([runEndLabel(view), rtaWords(view)]).toEqual(['Talked through', 'none, talked through']);
  const [row] = (await runList(priya, { plan: planId })).rows;
  expect(row).toMatchObject({ drillKind: 'TABLETOP', rtaSeconds: null, rpaSeconds: null });
  await sequenceAll();
  const said = await db().event.findFirstOrThrow({
    where: { type: 'run.verified', subjects: { some: { kind: 'run', subjectId: view.id } } },
  });
  expect(said.data).toMatchObject({ drillKind: 'TABLETOP', rtaSeconds: null, rpaSeconds: null });
  expect(sentenceOf({ type: said.type, data: said.data as Record<string, unknown> }, () => null)).toBe(
    `${ref} talked through`,
  );
});

test('what failed and was carried on from is an exception too', async () => {
  const { view } = await drilledWithSkips([red('One', { onFailure: 'CARRY_ON' })]);
  expect(view).toMatchObject({ state: 'VERIFIED', rtaSeconds: null });
});
