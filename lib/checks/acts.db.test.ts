import { beforeAll, describe, expect, test } from 'vitest';
import { archiveCheckTemplate } from '@/lib/checks/commands/archive-check-template';
import { createCheckTemplate } from '@/lib/checks/commands/create-check-template';
import { createChecklist } from '@/lib/checks/commands/create-checklist';
import { editCheckTemplate } from '@/lib/checks/commands/edit-check-template';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { advanceStage } from '@/lib/incidents/commands/advance';
import { closeIncident } from '@/lib/incidents/commands/close';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { makeMember, makeService } from '@/lib/reports/testing/people-and-incidents';
import { addCheck } from './commands/add';
import { addFinding } from './commands/add-finding';
import { assignCheck } from './commands/assign';
import { confirmFinding } from './commands/confirm-finding';
import { recordCheck } from './commands/record';
import { ruleOutFinding } from './commands/rule-out-finding';
import { runCheckAgain } from './commands/run';
import { runAllChecks } from './commands/run-all';
import { skipCheck } from './commands/skip';
import { checkRead } from './queries/check-results';
import { incidentChecks } from './queries/incident-checks';
import { checkTemplates } from './queries/templates';
import { investigationActs } from './queries/views';

testDatabase();

type Member = Context & { memberId: string };
let priya: Member;
let tom: Member;
let mei: Member;
let shop: string;

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  tom = await makeMember('MANAGER', 'Tom');
  mei = await makeMember('DEVELOPER', 'Mei');
  shop = await makeService('shop', { ownerId: mei.memberId });
});

interface Scene {
  ref: string;
  incidentId: string;
  manual: string;
  automated: string;
  finding: string;
}

/** An incident with a check that a person does, one that Standby has done, and a finding. */
async function scene(serviceId = shop): Promise<Scene> {
  const { id: incidentId, ref } = await declared(priya, serviceId);
  const add = { ref, area: 'SERVICES' as const };
  const { id: manual } = await addCheck(priya, { ...add, name: 'Releases of today' });
  const { id: automated } = await addCheck(priya, {
    ...add,
    name: 'The page',
    probe: { kind: 'HTTP', request: { url: 'https://shop.example/' } },
  });
  await db().check.update({ where: { id: automated }, data: { state: 'OK' } });
  const { id: finding } = await addFinding(priya, { ...add, sentence: 'The release of noon.' });
  return { ref, incidentId, manual, automated, finding };
}

type Act = (ctx: Context, at: Scene) => Promise<unknown>;
const acts: [name: string, act: Act][] = [
  ['create the checklist', (ctx, { ref }) => createChecklist(ctx, { ref })],
  ['add', (ctx, { ref }) => addCheck(ctx, { ref, area: 'NETWORKING', name: 'Cables' })],
  ['run', (ctx, { automated }) => runCheckAgain(ctx, { id: automated })],
  ['run all', (ctx, { ref }) => runAllChecks(ctx, { ref })],
  ['record', (ctx, { manual }) => recordCheck(ctx, { id: manual, version: 1, outcome: 'OK' })],
  ['skip', (ctx, { manual }) => skipCheck(ctx, { id: manual, version: 1 })],
  ['assign', (ctx, { manual }) => assignCheck(ctx, { id: manual, version: 1, assigneeId: tom.memberId })],
  ['add a finding', (ctx, { ref }) => addFinding(ctx, { ref, area: 'SERVICES', sentence: 'Late.' })],
  ['confirm', (ctx, { finding }) => confirmFinding(ctx, { id: finding, version: 1 })],
  ['rule out', (ctx, { finding }) => ruleOutFinding(ctx, { id: finding, version: 1 })],
];

describe.each(acts)('%s', (_name, act) => {
  test('is one act of a developer of the service', async () => {
    const at = await scene();
    const before = await recordedAbout('incident', at.incidentId);
    await act(mei, at);
    expect((await recordedAbout('incident', at.incidentId)).length).toBe(before.length + 1);
  });

  test('is refused once the incident is closed', async () => {
    const at = await scene();
    await advanceStage(tom, { ref: at.ref, to: 'INVESTIGATING' });
    await resolveIncident(tom, { ref: at.ref, text: 'It works again.', reason: 'It came back.' });
    await closeIncident(tom, { ref: at.ref });
    await expect(act(tom, at)).rejects.toMatchObject({
      code: 'precondition',
      message: `${at.ref} is closed, so its checks stay as they are.`,
    });
  });
});

describe('recording', () => {
  test('keeps outcome, note and who, and can be corrected', async () => {
    const { manual: id, ref } = await scene();
    await expect(recordCheck(priya, { id, version: 1, outcome: 'FAULT' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { note: ['Say what is wrong, in a few words.'] },
    });
    const note = 'Released at 13:40, with a new driver.';
    expect(await recordCheck(priya, { id, version: 1, outcome: 'FAULT', note })).toMatchObject({
      state: 'FAULT',
      version: 2,
    });
    await recordCheck(tom, { id, version: 2, outcome: 'OK', note: 'It was the release of yesterday.' });
    const check = await checkRead(mei, { id });
    expect(check).toMatchObject({ state: 'OK', finishedBy: { name: 'Tom' } });
    expect(check.results.map(({ outcome, by }) => [outcome, by?.name])).toEqual([
      ['OK', 'Tom'],
      ['FAULT', 'Priya'],
    ]);
    expect(await incidentChecks(priya, { ref })).toMatchObject({ checked: 2, total: 2 });
  });

  test('is done by one of two at once; the other reads who was first', async () => {
    const { manual: id } = await scene();
    const outcomes = await Promise.allSettled([
      recordCheck(priya, { id, version: 1, outcome: 'OK' }),
      recordCheck(tom, { id, version: 1, outcome: 'UNCLEAR' }),
    ]);
    const won = outcomes.findIndex((outcome) => outcome.status === 'fulfilled');
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    const [by, word] = won === 0 ? ['Priya', 'OK'] : ['Tom', 'unclear'];
    expect(lost?.reason).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(
        `^${by} changed “Releases of today” in between, at .+: Check recorded as ${word}: Releases of today\\. Look at it`,
      ),
      details: { by },
    });
    expect(await db().checkResult.count({ where: { checkId: id } })).toBe(1);
  });

  test('waits for a check that Standby runs, which can be skipped', async () => {
    const { automated: id } = await scene();
    await db().check.update({ where: { id }, data: { state: 'RUNNING', version: 5 } });
    await expect(recordCheck(tom, { id, version: 5, outcome: 'OK' })).rejects.toMatchObject({
      message: 'Standby is running this check. Wait for it, or skip it.',
    });
    expect(await skipCheck(tom, { id, version: 5 })).toMatchObject({ state: 'SKIPPED', version: 6 });
  });
});

describe('checks', () => {
  test('name only what is there', async () => {
    const { ref, manual } = await scene();
    const add = { ref, area: 'SERVICES' as const, name: 'x' };
    const gone = newId();
    const refused = { code: 'invalid' };
    await expect(addCheck(priya, { ...add, serviceId: gone })).rejects.toMatchObject(refused);
    await expect(addCheck(priya, { ...add, serverId: gone })).rejects.toMatchObject(refused);
    await expect(addCheck(priya, { ...add, assigneeId: gone })).rejects.toMatchObject(refused);
    await expect(
      addCheck(priya, { ...add, probe: { kind: 'BACKUP_AGE', datasetId: gone } }),
    ).rejects.toMatchObject(refused);
    const other = await scene();
    await expect(
      addFinding(priya, { ref: other.ref, area: 'SERVICES', sentence: 'x', checkId: manual }),
    ).rejects.toMatchObject(refused);
    await expect(runCheckAgain(priya, { id: manual })).rejects.toMatchObject({ code: 'precondition' });
    await expect(runCheckAgain(priya, { id: gone })).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('an investigation names what its reader may do, and nothing once the incident is closed', async () => {
  const { ref } = await scene();
  expect((await incidentChecks(mei, { ref })).acts).toEqual([...investigationActs]);
  await advanceStage(tom, { ref, to: 'INVESTIGATING' });
  await resolveIncident(tom, { ref, text: 'It works again.', reason: 'It came back.' });
  await closeIncident(tom, { ref });
  expect((await incidentChecks(mei, { ref })).acts).toEqual([]);
});

describe('findings', () => {
  test('are confirmed, then ruled out, by whoever saw the newest', async () => {
    const { finding: id, ref } = await scene();
    await confirmFinding(tom, { id, version: 1 });
    await expect(ruleOutFinding(priya, { id, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(
        /^Tom changed this finding in between, at .+: Cause confirmed\. Look at it/,
      ),
    });
    await expect(confirmFinding(priya, { id, version: 2 })).rejects.toMatchObject({ code: 'conflict' });
    await ruleOutFinding(priya, { id, version: 2 });
    const { findings } = await incidentChecks(mei, { ref });
    expect(findings).toMatchObject([
      { state: 'RULED_OUT', settledBy: { name: 'Priya' }, by: { name: 'Priya' } },
    ]);
  });
});

describe('templates', () => {
  test('are there in an installation that nobody set up, and are changed by managers and admins', async () => {
    const before = (await checkTemplates(mei, {})).templates;
    expect(before).toHaveLength(8);
    const line = { area: 'SERVICES' as const, name: 'The queue of mails', serviceId: shop };
    const { id } = await createCheckTemplate(tom, line);
    const edit = { id, version: 1, area: 'SERVICES' as const, name: 'The queue of orders' };
    await expect(editCheckTemplate(priya, edit)).rejects.toMatchObject({ code: 'forbidden' });
    await editCheckTemplate(tom, { ...edit, probe: { kind: 'TCP', host: 'queue.example', port: 5672 } });
    await expect(editCheckTemplate(tom, edit)).rejects.toMatchObject({ code: 'conflict' });
    const { templates } = await checkTemplates(mei, { service: 'shop' });
    expect(templates).toHaveLength(9);
    expect(templates.find((template) => template.id === id)).toMatchObject({
      name: 'The queue of orders',
      probe: { kind: 'TCP' },
    });
    await expect(archiveCheckTemplate(priya, { id, version: 2 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await archiveCheckTemplate(tom, { id, version: 2 });
    await expect(archiveCheckTemplate(tom, { id, version: 3 })).rejects.toMatchObject({
      code: 'precondition',
    });
    const [first] = before;
    await archiveCheckTemplate(tom, { id: first?.id ?? '', version: 1 });
    expect((await checkTemplates(mei, { service: 'shop' })).templates).toHaveLength(7);
  });
});
