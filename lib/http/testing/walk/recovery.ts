import { createDataset } from '@/lib/datasets/commands/create';
import { reportSnapshot } from '@/lib/datasets/commands/report-snapshot';
import type { PlanStepInput } from '@/lib/plans/rules/content';
import { begun, published } from '@/lib/plans/testing/begun';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { approveStep } from '@/lib/runs/commands/approve-step';
import { beginRun } from '@/lib/runs/commands/begin';
import { pauseRun } from '@/lib/runs/commands/pause';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { driveAll, driveUntilDeath } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';
import { addCase } from '@/lib/suites/commands/add-case';
import { createSuite } from '@/lib/suites/commands/create';
import { recordBaseline } from '@/lib/suites/commands/record-baseline';
import { replayByHand } from '@/lib/suites/commands/replay';
import { replaySuite } from '@/lib/suites/replaying/replay-suite';
import type { Caller } from './callers';
import { dataset, lead, orders, service } from './subjects';

const cli = cliContext();
const ground = oncePerProcess<Ground>('walk.ground', () => {
  throw new Error('The walk has not begun.');
});

/** The servers that runs and replays call. */
export async function openGround(): Promise<Ground> {
  ground.put(await startGround('ground'));
  return ground();
}

export const front = () => ground().front.url;

/** A plan with a draft that can be published. */
export async function plan() {
  const { id, serviceId } = await begun();
  return { id, serviceId, version: 1 };
}

export async function planVersion() {
  return { id: (await published()).id, number: 1 };
}

/** A published plan of a service, ready to be run. */
export async function runnable(owner: Caller | null, steps: PlanStepInput[] = [manual()]) {
  const { serviceId } = await service(owner);
  return { planId: await planOf(serviceId, [steps, [ground().verification()]]) };
}

const manual = () => step('MANUAL', { instruction: 'Call the office.' });
const approval = () => step('APPROVAL', { question: 'Switch now?' });

/** A drill that was started and waits for its precheck to be accepted. */
export async function startedRun(owner: Caller | null) {
  const { planId } = await runnable(owner);
  const { ref } = await startRun((await lead()).ctx, { planId, mode: 'DRILL' });
  return { ref };
}

async function begunRun(owner: Caller | null, first: PlanStepInput) {
  const { ctx } = await lead();
  const { planId } = await runnable(owner, [first]);
  const { ref } = await startRun(ctx, { planId, mode: 'DRILL' });
  await beginRun(ctx, { ref });
  if (first.name === 'VICTIM') await driveUntilDeath('sent', 'VICTIM');
  await driveAll();
  return { ref, stepId: (await runRead(ctx, { ref })).steps[0]?.id ?? '' };
}

export const atPerson = (owner: Caller | null) => begunRun(owner, manual());
export const atApproval = (owner: Caller | null) => begunRun(owner, approval());
/** Its call was sent and its answer is not known. */
export const atUnknown = (owner: Caller | null) =>
  begunRun(owner, { ...ground().automated(`do-${newId()}`), name: 'VICTIM' });

export async function atFailure(owner: Caller | null) {
  const made = await atApproval(owner);
  await approveStep((await lead()).ctx, { ...made, decision: 'REFUSE' });
  await driveAll();
  return made;
}

/** A rebuild that waits for the snapshot to reload. */
export async function atReload(owner: Caller | null) {
  const { ctx } = await lead();
  const { serviceId } = await service(owner);
  const { id: datasetId } = await createDataset(cli, { serviceId, ...orders });
  const { id: snapshotId } = await reportSnapshot(ctx, { datasetId, ...aSnapshot() });
  const reload = ground().automated(`load-${newId()}`, { reloads: datasetId });
  const planId = await planOf(serviceId, [[reload], [ground().verification()]], { kind: 'REBUILD' });
  const { ref } = await startRun(ctx, { planId, mode: 'DRILL' });
  await beginRun(ctx, { ref });
  await driveAll();
  return { ref, snapshotId };
}

export const aSnapshot = () => ({
  externalId: newId(),
  takenAt: new Date().toISOString(),
  sizeBytes: 10,
  checksum: `sha256:${'ab'.repeat(32)}`,
  system: 'store',
  location: '/store/1',
});

/** One that is far smaller than the one before it. */
export async function shortSnapshot(owner: Caller | null) {
  const { datasetId } = await dataset(owner);
  const { ctx } = await lead();
  const takenAt = new Date(Date.now() - 60_000).toISOString();
  await reportSnapshot(ctx, { datasetId, ...aSnapshot(), takenAt, sizeBytes: 1_000 });
  const { id: snapshotId } = await reportSnapshot(ctx, { datasetId, ...aSnapshot() });
  return { datasetId, snapshotId };
}

export async function paused(owner: Caller | null) {
  const { ref } = await atPerson(owner);
  await pauseRun((await lead()).ctx, { ref });
  return { ref };
}

/** A suite with one case and its baseline, of a service. */
export async function suite(owner: Caller | null) {
  const { serviceId } = await service(owner);
  const { id: suiteId } = await createSuite(cli, { serviceId, name: 'What customers do' });
  const { id: caseId } = await addCase(cli, { suiteId, ...oneCase });
  await recordBaseline(cli, { suiteId, address: front() });
  return { suiteId, caseId, serviceId, version: 1 };
}

export const oneCase = { name: 'The items', request: { kind: 'HTTP' as const, path: '/items' } };

/** A replay that was asked for and has not begun. */
export async function waitingReplay(owner: Caller | null) {
  const made = await suite(owner);
  const { id } = await replayByHand(cli, { suiteId: made.suiteId, address: front() });
  return { ...made, replayId: id };
}

/** A replay of a copy that differs. */
export async function differing(owner: Caller | null) {
  const made = await suite(owner);
  const healthy = ground().front.pages['/items'];
  ground().front.pages['/items'] = { items: ['tea'] };
  const { suiteRunId } = await replaySuite({ suiteId: made.suiteId, address: front() });
  ground().front.pages['/items'] = healthy;
  return { ...made, replayId: suiteRunId };
}
