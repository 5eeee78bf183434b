import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { planDraftSchema } from '@/lib/plans/rules/draft';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { insertRow } from '@/lib/platform/testing/rows';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { archivePlan } from './commands/archive';
import { createPlan } from './commands/create';
import { publishPlan } from './commands/publish';
import { renamePlan } from './commands/rename';
import { saveDraft } from './commands/save-draft';
import { planList } from './queries/list';
import { publishedContent } from './queries/published';
import { planRead } from './queries/read';
import { planVersionRead } from './queries/read-version';
import { begun, ground, published } from './testing/begun';

testDatabase();

const ctx = cliContext();

test('a plan is begun empty, written, published and read, with its events', async () => {
  const { serviceId, content } = await ground();
  const responder = await makeMember('RESPONDER', 'Mei');
  const manager = await makeMember('MANAGER', 'Priya');
  const { id } = await createPlan(responder, { serviceId, kind: 'FAILOVER', name: 'Switch' });
  const empty = await planRead(responder, { id });
  expect(empty).toMatchObject({ published: null, version: 1, draft: { savedBy: { name: 'Mei' } } });
  expect(empty.lint[0]?.title).toBe('The plan has no steps');
  expect(await publishedContent(db(), id)).toBeNull();

  const saved = await saveDraft(responder, { id, version: 1, draft: content });
  expect(saved).toMatchObject({ version: 2, differs: true, faults: [], changes: [] });
  const result = await publishPlan(manager, { id, version: 2 });
  expect(result).toMatchObject({ number: 1, version: 3 });
  expect(await publishedContent(db(), id)).toEqual({ versionId: result.versionId, number: 1, content });
  expect(await planRead(manager, { id })).toMatchObject({
    draft: null,
    published: { number: 1, publishedBy: { name: 'Priya' } },
    acts: ['plan.edit', 'plan.publish', 'plan.archive'],
  });
  expect((await planRead(await makeMember('DEVELOPER', 'Ana'), { id })).acts).toEqual([]);
  const types = await db().event.findMany({
    where: { subjects: { some: { subjectId: id } } },
    orderBy: { id: 'asc' },
  });
  expect(types.map((event) => event.type)).toEqual(['plan.created', 'plan.drafted', 'plan.published']);
  expect(await planList(ctx, { serviceId })).toMatchObject([
    { id, published: 1, phases: 3, steps: 6, hasDraft: false, running: [] },
  ]);
});

test('version 2 needs a sentence and a difference; version 1 stays as it was', async () => {
  const { id, content, versionId } = await published();
  await expect(publishPlan(ctx, { id, version: 2, summary: 'Again' })).rejects.toMatchObject({
    code: 'precondition',
    message: 'Nothing differs from version 1.',
  });
  const same = await saveDraft(ctx, { id, version: 2, draft: content });
  expect(same).toMatchObject({ differs: false, version: 3 });

  const draft = planDraftSchema.parse(structuredClone(content));
  Object.assign(draft.phases[1]?.steps[0] ?? {}, { timeoutSeconds: 480 });
  const saved = await saveDraft(ctx, { id, version: 3, draft });
  expect(saved.changes).toMatchObject([
    { kind: 'CHANGED', label: '2.1', fields: [{ name: 'time-out', before: '10 min', after: '8 min' }] },
  ]);
  await expect(publishPlan(ctx, { id, version: 4 })).rejects.toMatchObject({
    code: 'invalid',
    fields: { summary: ['Say in a sentence what differs from version 1.'] },
  });
  const second = await publishPlan(ctx, { id, version: 4, summary: 'Shorter time-out' });
  expect(second.number).toBe(2);
  const old = await planVersionRead(ctx, { id, number: 1 });
  expect(old).toMatchObject({ id: versionId, content, changes: [] });
  const now = await planVersionRead(ctx, { id, number: '2' });
  expect(now).toMatchObject({ summary: 'Shorter time-out', changes: [{ label: '2.1' }] });
  expect(now.checksum).not.toBe(old.checksum);
  await expect(planVersionRead(ctx, { id, number: 3 })).rejects.toMatchObject({ code: 'not_found' });
  await expect(
    db().$executeRaw`update plan_version set summary = 'x' where id = ${versionId}::uuid`,
  ).rejects.toThrow();
});

test('two managers publish at once: one version is made, the other is told by whom', async () => {
  const { id } = await begun();
  const people = [await makeMember('MANAGER', 'Priya'), await makeMember('MANAGER', 'Tom')];
  const results = await Promise.allSettled(people.map((person) => publishPlan(person, { id, version: 1 })));
  const won = results.findIndex((result) => result.status === 'fulfilled');
  expect(results.filter((result) => result.status === 'rejected')).toMatchObject([
    {
      reason: {
        code: 'conflict',
        message: expect.stringMatching(
          `^${['Priya', 'Tom'][won]} changed “.+” in between, at .+: Recovery plan published as version 1, `,
        ),
      },
    },
  ]);
  expect(await db().planVersion.count({ where: { planId: id } })).toBe(1);
});

test('names are unique per service and kind, and can be changed', async () => {
  const { id, serviceId } = await begun();
  const again = { serviceId, kind: 'FAILOVER' as const, name: 'Switch to the secondary' };
  await expect(createPlan(ctx, again)).rejects.toMatchObject({
    code: 'invalid',
    fields: { name: [expect.stringContaining('another failover plan of this name')] },
  });
  await createPlan(ctx, { ...again, kind: 'FAILBACK' });
  await renamePlan(ctx, { id, version: 1, name: 'Switch to shop-2' });
  await createPlan(ctx, again);
  expect((await planRead(ctx, { id })).name).toBe('Switch to shop-2');
  await expect(createPlan(ctx, { ...again, serviceId: newId() })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('archived, a plan takes no changes, leaves the list and can come back; not while a run follows it', async () => {
  const { id, serviceId, content, versionId } = await published();
  const run = await insertRow('run', { service_id: serviceId, plan_id: id, plan_version_id: versionId });
  expect(await planRead(ctx, { id })).toMatchObject({ running: [{ ref: run.ref, versionNumber: 1 }] });
  await expect(archivePlan(ctx, { id, version: 2 })).rejects.toMatchObject({ code: 'precondition' });
  await db().run.update({
    where: { id: String(run.id) },
    data: { state: 'ABORTED', finishedAt: new Date(), safeStateNote: 'As before' },
  });
  await archivePlan(ctx, { id, version: 2 });
  expect(await planList(ctx, { serviceId })).toEqual([]);
  expect(await planList(ctx, { serviceId, archived: 'true' })).toHaveLength(1);
  await expect(saveDraft(ctx, { id, version: 3, draft: content })).rejects.toMatchObject({
    code: 'precondition',
  });
  await archivePlan(ctx, { id, version: 3, archived: false });
  expect(await planList(ctx, { serviceId })).toHaveLength(1);
});
