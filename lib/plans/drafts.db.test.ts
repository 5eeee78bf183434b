import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { planDraftSchema } from '@/lib/plans/rules/draft';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { insertRow } from '@/lib/platform/testing/rows';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { discardDraft } from './commands/discard-draft';
import { publishPlan } from './commands/publish';
import { saveDraft } from './commands/save-draft';
import { planRead } from './queries/read';
import { begun, published } from './testing/begun';

testDatabase();

const ctx = cliContext();

test('a half-made draft is kept whole, and says what is missing', async () => {
  const { id, content } = await begun();
  const draft = planDraftSchema.parse(structuredClone(content));
  const step = draft.phases[1]?.steps[0];
  if (!step) throw new Error('No such step');
  Object.assign(step, { action: '', question: 'Left from another kind', timeoutSeconds: null });
  const saved = await saveDraft(ctx, { id, version: 1, draft });
  expect(saved.faults.map((fault) => `${fault.label} ${fault.field}: ${fault.message}`)).toEqual([
    '2.1 timeoutSeconds: Give a time-out between 1 second and 24 hours.',
    '2.1 action: Name the action of the automation.',
  ]);
  expect((await planRead(ctx, { id })).draft?.content).toEqual(draft);
  await expect(publishPlan(ctx, { id, version: 2 })).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringContaining('2.1 is not complete'),
  });
});

test('lint stops what would send people to a machine that nobody has looked at', async () => {
  const { id, content } = await begun();
  const draft = planDraftSchema.parse(structuredClone(content));
  draft.phases[0]?.steps.pop();
  await saveDraft(ctx, { id, version: 1, draft });
  await expect(publishPlan(ctx, { id, version: 2 })).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringContaining('No verification before the switch'),
    details: { lint: [{ rank: 'STOP', repair: { label: 'Add a verification before 2.2' } }] },
  });
});

test('two people write at once: the second is told who was first, and overwrites nothing', async () => {
  const { id, content } = await published();
  const mei = await makeMember('RESPONDER', 'Mei');
  await saveDraft(mei, { id, version: 2, draft: { ...content, purpose: 'From Mei' } });
  const tom = await makeMember('RESPONDER', 'Tom');
  await expect(
    saveDraft(tom, { id, version: 2, draft: { ...content, purpose: 'From Tom' } }),
  ).rejects.toMatchObject({ code: 'conflict', details: { version: 3, by: 'Mei' } });
  expect((await planRead(ctx, { id })).draft?.content.purpose).toBe('From Mei');
});

test('a draft can be discarded once there is a version to stand', async () => {
  const fresh = await begun();
  await expect(discardDraft(ctx, { id: fresh.id, version: 1 })).rejects.toMatchObject({
    code: 'precondition',
  });
  const { id, content } = await published();
  await expect(discardDraft(ctx, { id, version: 2 })).rejects.toMatchObject({ code: 'precondition' });
  await saveDraft(ctx, { id, version: 2, draft: { ...content, purpose: 'No' } });
  await discardDraft(ctx, { id, version: 3 });
  expect(await planRead(ctx, { id })).toMatchObject({ draft: null, version: 4, changes: [] });
});

test('text that cannot be kept is refused with a sentence, before it reaches the database', async () => {
  const { id, content } = await begun();
  await expect(
    saveDraft(ctx, { id, version: 1, draft: { ...content, purpose: 'a\0b' } }),
  ).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('cannot be stored') });
  const long = 'x'.repeat(1_999);
  const phases = Array.from({ length: 30 }, () => ({
    id: newId(),
    steps: Array.from({ length: 100 }, () => ({ id: newId(), kind: 'MANUAL' as const, instruction: long })),
  }));
  await expect(saveDraft(ctx, { id, version: 1, draft: { phases } })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('too long'),
  });
});

test('steps are timed by verified runs of the plan only', async () => {
  const { id, serviceId, content, versionId } = await published();
  const stepId = content.phases[1]?.steps[0]?.id ?? '';
  const startedAt = new Date('2026-11-01T10:00:00Z');
  const ran = async (state: string, seconds: number, demo_history = false) => {
    const finishedAt = new Date(startedAt.getTime() + seconds * 1_000);
    const over = { state, demo_history, started_at: startedAt, finished_at: finishedAt };
    const run = await insertRow('run', {
      service_id: serviceId,
      plan_id: id,
      plan_version_id: versionId,
      mode: 'DRILL',
      drill_kind: 'FULL',
      ...over,
      rta_seconds: state === 'VERIFIED' ? seconds : null,
      safe_state_note: 'As before',
    });
    const times = { state: 'DONE', started_at: startedAt, finished_at: finishedAt };
    await insertRow('run_step', { run_id: run.id, step_id: stepId, ...times });
  };
  await ran('VERIFIED', 60);
  await ran('VERIFIED', 90);
  await ran('VERIFIED', 30, true);
  await ran('ABORTED', 600);
  expect((await planRead(ctx, { id })).history).toEqual({
    [stepId]: { seconds: [90, 60], medianSeconds: 75 },
  });
});
