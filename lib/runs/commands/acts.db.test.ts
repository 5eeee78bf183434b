import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { PlanStepInput } from '@/lib/plans/rules/content';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { runRead } from '@/lib/runs/queries/read';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';
import { abortRun } from './abort';
import { approveStep } from './approve-step';
import { beginRun } from './begin';
import { confirmStep } from './confirm-step';
import { pauseRun } from './pause';
import { resumeRun } from './resume';
import { retryStep } from './retry-step';
import { skipStep } from './skip-step';
import { startRun } from './start';
import { takeOverRun } from './take-over';

testDatabase();

type Member = Context & { memberId: string };
let ground: Ground;
let priya: Member;
let tom: Member;
let mei: Member;

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  tom = await makeMember('RESPONDER', 'Tom');
  mei = await makeMember('MANAGER', 'Mei');
  ground = await startGround('shop');
});
afterAll(async () => await ground.stop());

const manual = (name = 'Call') => step('MANUAL', { instruction: 'Call the office.' }, name);

/** A drill of these steps and a verification, begun and driven as far as it comes. */
async function begun(...steps: PlanStepInput[]) {
  const planId = await planOf(ground.serviceId, [steps, [ground.verification()]]);
  const { ref, id } = await startRun(priya, { planId, mode: 'DRILL' });
  await beginRun(priya, { ref });
  await driveAll();
  const view = await runRead(priya, { ref });
  return { ref, id, view, version: view.version, stepId: view.steps[0]?.id ?? '' };
}

describe('two operators at once', () => {
  test('confirm one step once; the other reads who did', async () => {
    const { ref, stepId, version } = await begun(manual());
    const confirm = (ctx: Context) => confirmStep(ctx, { ref, stepId, version });
    const outcomes = await Promise.allSettled([confirm(priya), confirm(tom)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = outcomes[0]?.status === 'fulfilled' ? 'Priya' : 'Tom';
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'conflict', details: { by: winner } });
    expect(lost?.reason.message).toMatch(
      RegExp(`^${winner} changed ${ref} in between, at .+: ${ref}, step 1.1 Call: done`),
    );
  });

  test('decide on what they see: an older version is refused', async () => {
    const { ref, stepId, version } = await begun(manual('One'), manual('Two'));
    await pauseRun(tom, { ref });
    await expect(confirmStep(priya, { ref, stepId, version })).rejects.toMatchObject({
      code: 'conflict',
      details: { by: 'Tom', act: `${ref} paused` },
    });
    await expect(pauseRun(priya, { ref })).rejects.toMatchObject({
      code: 'conflict',
      details: { by: 'Tom' },
    });
  });
});

test('what a run that was only started refuses names who started it', async () => {
  const { ref } = await startRun(priya, {
    planId: await planOf(ground.serviceId, [[manual()], [ground.verification()]]),
    mode: 'DRILL',
  });
  await expect(resumeRun(tom, { ref })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/so it cannot be resumed\. .+, by Priya\.$/),
    details: { by: 'Priya' },
  });
});

describe('a person', () => {
  test('pauses after the step in work, and resumes', async () => {
    const { ref, stepId } = await begun(manual('One'), manual('Two'));
    await pauseRun(priya, { ref });
    await confirmStep(priya, { ref, stepId });
    await driveAll();
    const paused = await runRead(priya, { ref });
    expect(paused).toMatchObject({ state: 'PAUSED', acts: expect.arrayContaining(['resume', 'abort']) });
    expect(paused.steps.map(({ state }) => state)).toEqual(['DONE', 'PENDING', 'PENDING']);
    await resumeRun(priya, { ref, version: paused.version });
    await driveAll();
    expect(await runRead(priya, { ref })).toMatchObject({ state: 'WAITING', waitingFor: 'PERSON' });
  });

  test('skips with a reason; without its last verification the run is not verified', async () => {
    const { ref, stepId } = await begun(manual());
    await expect(skipStep(priya, { ref, stepId, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    ground.front.pages['/items'] = { items: [] };
    await skipStep(priya, { ref, stepId, reason: 'Nobody is there.' });
    await driveAll();
    const red = await runRead(priya, { ref });
    expect(red.steps[0]).toMatchObject({
      state: 'SKIPPED',
      skipReason: 'Nobody is there.',
      member: { name: 'Priya' },
    });
    await skipStep(priya, { ref, stepId: red.steps[1]?.id ?? '', reason: 'We know.' });
    await driveAll();
    expect(await runRead(priya, { ref })).toMatchObject({ state: 'FAILED', rtaSeconds: null, acts: [] });
    ground.front.pages['/items'] = { items: ['tea', 'salt'] };
  });

  test('approves as a manager only, and refuses so that the step fails', async () => {
    const question = step('APPROVAL', { question: 'Switch now?' });
    const { ref, stepId, view } = await begun(question);
    expect(view.steps[0]?.acts).toEqual([]);
    const approve = { ref, stepId, decision: 'APPROVE' } as const;
    await expect(approveStep(priya, approve)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(skipStep(priya, { ref, stepId, reason: 'Late.' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await runRead(mei, { ref })).steps[0]?.acts).toEqual(['approve', 'refuse']);
    await approveStep(mei, { ...approve, decision: 'REFUSE', note: 'Wait for the backup.' });
    expect((await runRead(mei, { ref })).steps[0]).toMatchObject({
      state: 'FAILED',
      note: 'Wait for the backup.',
    });
    await retryStep(priya, { ref, stepId });
    await approveStep(mei, approve);
    await driveAll();
    expect(await runRead(mei, { ref })).toMatchObject({ state: 'VERIFIED' });
  });

  test('begins against a red precheck with a reason only', async () => {
    const probe = { kind: 'HTTP', request: { url: `${ground.front.url}/nowhere` } } as const;
    const precheck = [{ id: newId(), name: 'The secondary is up', probe }];
    const planId = await planOf(ground.serviceId, [[ground.verification()]], { precheck });
    const { ref } = await startRun(priya, { planId, mode: 'DRILL' });
    await expect(beginRun(priya, { ref })).rejects.toMatchObject({ code: 'precondition' });
    await driveAll();
    const red = await runRead(priya, { ref });
    expect(red.precheck).toMatchObject([{ state: 'FAULT', sentence: expect.stringContaining('404') }]);
    expect(red.sentence).toBe('1 of 1 prechecks are not green. To begin all the same needs a reason.');
    await expect(beginRun(priya, { ref })).rejects.toMatchObject({ code: 'precondition' });
    await beginRun(priya, { ref, reason: 'The page is new, the machine is up.' });
    await driveAll();
    expect(await runRead(priya, { ref })).toMatchObject({ state: 'VERIFIED' });
  });

  test('takes over, and aborts with a word on how things stand', async () => {
    const { ref } = await begun(manual());
    await takeOverRun(tom, { ref });
    await expect(takeOverRun(tom, { ref })).rejects.toMatchObject({ code: 'conflict' });
    expect(await runRead(priya, { ref })).toMatchObject({ operator: { name: 'Tom' } });
    await expect(abortRun(tom, { ref, safeStateNote: '' })).rejects.toMatchObject({ code: 'invalid' });
    await abortRun(tom, { ref, safeStateNote: 'Nothing was touched.' });
    expect((await runRead(priya, { ref })).steps.map(({ state }) => state)).toEqual(['SKIPPED', 'PENDING']);
    await expect(abortRun(priya, { ref, safeStateNote: 'Again.' })).rejects.toMatchObject({
      code: 'conflict',
      details: { by: 'Tom' },
    });
  });
});

describe('a developer', () => {
  test('reads only the runs of their own services', async () => {
    const at = await begun(manual());
    const jonas = await makeMember('DEVELOPER', 'Jonas');
    await expect(runRead(jonas, { ref: at.ref })).rejects.toMatchObject({ code: 'forbidden' });
    await db().service.update({ where: { id: ground.serviceId }, data: { ownerId: jonas.memberId } });
    expect(await runRead(jonas, { ref: at.ref })).toMatchObject({ ref: at.ref, acts: [] });
    await expect(runRead(jonas, { ref: 'FO-99999' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
