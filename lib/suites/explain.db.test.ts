import { afterEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { person } from '@/lib/members/testing/people';
import { cliContext } from '@/lib/platform/context';
import { takeLease } from '@/lib/platform/jobs/lease';
import { insertRow } from '@/lib/platform/testing/rows';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { leaseName } from '@/lib/suites/replaying/end-replay';
import { replaySuite, runReplay } from '@/lib/suites/replaying/replay-suite';
import { explainDifference } from './commands/explain';
import { recordBaseline } from './commands/record-baseline';
import { replayByHand } from './commands/replay';
import { stopReplay } from './commands/stop-replay';
import { readReplay } from './queries/replay';
import { endCrashedReplays } from './queue';
import { get, suiteWith } from './testing/shop-suite';
import { allowTargets, jsonHandler, startTarget, type Target } from './testing/target';

testDatabase();

const ctx = cliContext();
const open: Target[] = [];

async function target(...handler: Parameters<typeof startTarget>): Promise<Target> {
  const started = await startTarget(...handler);
  open.push(started);
  return started;
}

afterEach(async () => {
  for (const started of open.splice(0)) await started.stop();
});

const explanation = 'Added after the 03:00 snapshot.';

/** A suite of two cases with its baseline, and a copy that differs in both. */
async function differing() {
  const healthy = await target(jsonHandler({ '/a': 1, '/b': 2 }));
  const copy = await target(jsonHandler({ '/a': 7, '/b': 8 }));
  await allowTargets(healthy, copy);
  const { suiteId, caseIds } = await suiteWith(get('/a'), get('/b'));
  await recordBaseline(ctx, { suiteId, address: healthy.url });
  return { suiteId, copy, healthy, a: caseIds[0] ?? '', b: caseIds[1] ?? '' };
}

test('a step that is tried again keeps what was explained in its run, and nothing else', async () => {
  // Before any other settings, because its row brings version 1 with it.
  const run = await insertRow('run');
  const { suiteId, copy, a } = await differing();
  const step = await insertRow('run_step', { run_id: run.id, kind: 'VERIFICATION' });
  const what = { suiteId, address: copy.url, runStepId: String(step.id) };
  const first = await replaySuite(what);
  const { ctx: manager } = await person('MANAGER');
  await explainDifference(manager, { suiteId, replayId: first.suiteRunId, caseId: a, explanation });
  expect(await replaySuite(what)).toMatchObject({ state: 'FAILED', differed: 1, explained: 1 });
  expect(await replaySuite({ suiteId, address: copy.url })).toMatchObject({ differed: 2, explained: 0 });
  expect(await recordedAbout('run', String(run.id))).toContain('suite.explained');
});

test('a replay passes once its last difference is explained, by whom is kept', async () => {
  const { suiteId, copy, a, b } = await differing();
  const { suiteRunId: replayId } = await replaySuite({ suiteId, address: copy.url });
  const jonas = await person('RESPONDER', 'Jonas');
  const explain = (caseId: string) =>
    explainDifference(jonas.ctx, { suiteId, replayId, caseId, explanation });
  expect(await explain(a)).toMatchObject({ state: 'FAILED', differed: 1, explained: 1 });
  await expect(explain(a)).rejects.toMatchObject({ code: 'conflict' });
  expect(await explain(b)).toMatchObject({ state: 'PASSED', differed: 0, explained: 2 });
  const { results, sentence } = await readReplay(ctx, { suiteId, replayId });
  expect(sentence).toBe('0 of 2 cases match the baseline, 2 are explained.');
  expect(results[0]).toMatchObject({ outcome: 'EXPLAINED', explanation, explainedBy: 'Jonas' });
});

test('an answer that never came cannot be explained', async () => {
  const { suiteId, copy, a } = await differing();
  await copy.stop();
  const { suiteRunId: replayId } = await replaySuite({ suiteId, address: copy.url });
  const { ctx: manager } = await person('MANAGER');
  await expect(
    explainDifference(manager, { suiteId, replayId, caseId: a, explanation }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('by hand it is asked for, done by the worker once, and can be stopped', async () => {
  const { suiteId, healthy } = await differing();
  const { ctx: manager, id } = await person('MANAGER');
  const { id: replayId } = await replayByHand(manager, { suiteId, address: healthy.url });
  expect(await readReplay(ctx, { suiteId, replayId })).toMatchObject({ state: 'RUNNING', by: { id } });
  const asked = healthy.asked.length;
  const both = await Promise.all([runReplay(replayId), runReplay(replayId)]);
  expect(both.some((ended) => ended?.state === 'PASSED')).toBe(true);
  expect(await runReplay(replayId)).toMatchObject({ state: 'PASSED' });
  expect(healthy.asked).toHaveLength(asked + 2);
  await expect(stopReplay(manager, { suiteId, replayId })).rejects.toMatchObject({ code: 'conflict' });

  const second = await replayByHand(manager, { suiteId, address: healthy.url });
  await stopReplay(manager, { suiteId, replayId: second.id });
  const before = healthy.asked.length;
  expect(await runReplay(second.id)).toMatchObject({ state: 'ABORTED' });
  expect(healthy.asked).toHaveLength(before);
});

test('cancelled in the middle it ends as stopped, with what was found until then', async () => {
  const { suiteId, healthy } = await differing();
  const cancel = new AbortController();
  const slow = await target((request, response) => {
    if (request.url === '/a') jsonHandler({ '/a': 1 })(request, response);
    else cancel.abort();
  });
  await allowTargets(healthy, slow);
  const result = await replaySuite({ suiteId, address: slow.url }, { signal: cancel.signal });
  expect(result.state).toBe('ABORTED');
  expect(result.sentence).toMatch(/^Stopped after [01] of 2 cases; nothing is proven\.$/);
});

test('what a process had in hand when it died is found, ended as stopped, and never repeated', async () => {
  const { suiteId, healthy } = await differing();
  const { ctx: manager } = await person('MANAGER');
  const { id: replayId } = await replayByHand(manager, { suiteId, address: healthy.url });
  await takeLease(pool(), leaseName(replayId), 'a process that died', 60);
  expect(await endCrashedReplays()).toBe(0);
  await pool().query("update lease set expires_at = now() - interval '1 second' where name = $1", [
    leaseName(replayId),
  ]);
  const before = healthy.asked.length;
  expect(await runReplay(replayId)).toMatchObject({ state: 'ABORTED' });
  expect(healthy.asked).toHaveLength(before);

  const other = await replayByHand(manager, { suiteId, address: healthy.url });
  await takeLease(pool(), leaseName(other.id), 'a process that died', 0);
  expect(await endCrashedReplays()).toBe(1);
  const row = await db().suiteRun.findUniqueOrThrow({ where: { id: other.id } });
  expect(row).toMatchObject({ state: 'ABORTED', finishedAt: expect.any(Date) });
  expect(await db().lease.count({ where: { name: { startsWith: 'suite-run:' } } })).toBe(0);
});
