import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { abortRun } from '@/lib/runs/commands/abort';
import { startRun } from '@/lib/runs/commands/start';
import { planOf, step } from '@/lib/runs/testing/ground';
import { createService } from '@/lib/services/commands/create';
import { settingsInForce } from '@/lib/settings/in-force';
import type { Prisma } from '@/prisma/generated/client';
import { planEstimate, runEstimates } from './estimate';
import { recoveryPlans } from './recovery-plans';

testDatabase();

const minute = 60_000;
const now = new Date('2026-06-09T14:00:00Z');
const first = step('MANUAL', { instruction: 'Do the first thing.' }, 'First');
const second = step('MANUAL', { instruction: 'Do the second thing.' }, 'Second');
let serviceId = '';
let planId = '';
let number = 900_000;

interface Past {
  /** Minutes of the two steps; null for one that is not done. */
  minutes: [number | null, number | null];
  startedAt?: Date;
  over?: Partial<Prisma.RunUncheckedCreateInput>;
}

/** A run as the driver would have left it. */
async function past({ minutes, startedAt = new Date('2026-06-08T10:00:00Z'), over = {} }: Past) {
  number += 1;
  const version = await db().planVersion.findFirstOrThrow({ where: { planId }, orderBy: { number: 'desc' } });
  let at = startedAt.getTime();
  const steps = [first, second].map(({ id, name }, index) => {
    const took = minutes[index] ?? null;
    const began = new Date(at);
    at += (took ?? 0) * minute;
    const before = index === 0 || minutes[index - 1] !== null;
    return {
      id: newId(),
      stepId: id,
      phase: 1,
      phaseName: 'One',
      position: index + 1,
      kind: 'MANUAL',
      name,
      config: {},
      state: took !== null ? 'DONE' : before ? 'RUNNING' : 'PENDING',
      startedAt: took !== null || before ? began : null,
      finishedAt: took === null ? null : new Date(at),
    } satisfies Prisma.RunStepUncheckedCreateWithoutRunInput;
  });
  const run = await db().run.create({
    data: {
      id: newId(),
      ref: `FO-${number}`,
      number,
      kind: 'FAILOVER',
      serviceId,
      planId,
      planVersionId: version.id,
      mode: 'DRILL',
      drillKind: 'FULL',
      state: 'VERIFIED',
      startedAt,
      clockStartedAt: startedAt,
      finishedAt: new Date(at),
      createdAt: startedAt,
      settingsVersion: (await settingsInForce()).version,
      rtaSeconds: Math.round((at - startedAt.getTime()) / 1_000),
      ...over,
      steps: { create: steps },
    },
  });
  return run.id;
}

beforeAll(async () => {
  ({ id: serviceId } = await createService(cliContext(), { name: 'Estimated', slug: 'estimated' }));
  planId = await planOf(serviceId, [[first, second]]);
});

describe('what an estimate rests on', () => {
  test('a plan that never ran has no time', async () => {
    expect(await planEstimate(db(), planId, now)).toMatchObject({ basis: 'NEVER', words: 'never drilled' });
  });

  test('what was not verified, was only seeded or only talked through counts for nothing', async () => {
    await past({ minutes: [1, 1], over: { demoHistory: true } });
    await past({ minutes: [1, 1], over: { drillKind: 'TABLETOP' } });
    await past({ minutes: [1, 1], over: { state: 'FAILED', rtaSeconds: null } });
    await past({
      minutes: [1, 1],
      over: { state: 'ABORTED', rtaSeconds: null, safeStateNote: 'As before.' },
    });
    expect(await planEstimate(db(), planId, now)).toMatchObject({ basis: 'NEVER', runs: 0 });
    const plan = (await recoveryPlans(cliContext(), {})).find(({ id }) => id === planId);
    expect(plan?.lastDrill?.kind).not.toBe('TABLETOP');
    const { ref } = await startRun(cliContext(), { planId, mode: 'DRILL' });
    const steps = await db().runStep.findMany({ where: { run: { ref } } });
    expect(steps.map(({ expectedSeconds }) => expectedSeconds)).toEqual([null, null]);
    await abortRun(cliContext(), { ref, safeStateNote: 'Nothing was done.' });
    await db().run.update({ where: { ref }, data: { demoHistory: true } });
  });

  test('a verified drill is a plain fact', async () => {
    await past({ minutes: [4, 2] });
    const claim = await planEstimate(db(), planId, now);
    expect(claim).toMatchObject({ basis: 'FEW', runs: 1, drills: 1, samples: [360] });
    expect(claim.words).toBe('took 6 min in 1 drill, the last yesterday');
  });

  test('from three on it is a range', async () => {
    await past({ minutes: [5, 2] });
    await past({ minutes: [4, 3] });
    expect(await planEstimate(db(), planId, now)).toMatchObject({ basis: 'RANGE', runs: 3 });
  });
});

test('from the middle of a run: what is left, what was planned, and nothing once it is over', async () => {
  const startedAt = new Date(now.getTime() - 6 * minute);
  const over = { state: 'RUNNING', finishedAt: null, rtaSeconds: null } as const;
  const runId = await past({ minutes: [5, null], startedAt, over });
  const { planned, remaining } = await runEstimates(db(), runId, now);
  expect(planned.runs).toBe(3);
  expect(remaining?.samples).toEqual([60, 60, 120]);
  await db().run.update({
    where: { id: runId },
    data: { state: 'VERIFIED', finishedAt: now, rtaSeconds: 1 },
  });
  expect((await runEstimates(db(), runId, now)).remaining).toBeNull();
});

test('the plans of a service carry their claim and their last drill', async () => {
  const [plan] = await recoveryPlans({ ...cliContext(), now }, { service: 'estimated' });
  expect(plan).toMatchObject({ id: planId, published: 1, steps: 2, switches: 0, running: [] });
  expect(plan?.lastDrill).toMatchObject({ state: 'VERIFIED', kind: 'FULL' });
  expect(plan?.estimate.runs).toBeGreaterThanOrEqual(3);
});

test('a plan that is not there is said so', async () => {
  await expect(planEstimate(db(), newId(), now)).rejects.toMatchObject({ code: 'not_found' });
  await expect(runEstimates(db(), newId(), now)).rejects.toMatchObject({ code: 'not_found' });
});
