import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { addNote } from '@/lib/incidents/commands/add-note';
import { advanceStage } from '@/lib/incidents/commands/advance';
import { assignRole } from '@/lib/incidents/commands/assign-role';
import { closeIncident } from '@/lib/incidents/commands/close';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';
import { regradeIncident } from '@/lib/incidents/commands/regrade';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { incidentRead } from '@/lib/incidents/queries/read';
import { declared, filed } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { confirmReport } from '@/lib/reports/commands/confirm';
import { replyToTeam } from '@/lib/reports/commands/reply';
import { makeMember, makeService, reporterOf } from '@/lib/reports/testing/people-and-incidents';
import { editUpdate } from '@/lib/updates/commands/edit';
import { incidentTimeline } from './read';

testDatabase();

type Member = Context & { memberId: string };
let priya: Member;
let tom: Member;
let shop: string;

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  tom = await makeMember('RESPONDER', 'Tom');
  shop = await makeService('shop');
});

async function told(ref: string, filter?: 'ALL' | 'PUBLIC' | 'DECISIONS' | 'RECOVERY') {
  const { items } = await incidentTimeline(priya, { ref, filter });
  return items.map((item) => [item.who.name, item.sentence, item.text]);
}

/** The main job: a report, an incident, two updates with promises, an answer, a resolution, a confirmation. */
async function story() {
  const report = await filed('shop', { name: 'Nadia', description: 'Page went white while saving.' });
  const { id, ref } = await declared(priya, shop, { report: { id: report.id, version: report.version } });
  await assignRole(priya, { ref, role: 'COMMUNICATIONS', memberId: tom.memberId });
  await advanceStage(priya, { ref, to: 'INVESTIGATING' });
  const first = await publishUpdate(tom, {
    ref,
    audience: 'PUBLIC',
    text: 'We look at the database servers.',
    next: { minutes: 30 },
  });
  await replyToTeam(reporterOf(report.id), { ref: report.ref, text: 'My note of 13:41 is gone.' });
  await editUpdate(tom, {
    id: first.updateId,
    version: 1,
    text: 'We look at the database.',
    reason: 'Shorter.',
  });
  await regradeIncident(priya, { ref, severity: 'SEVERE', reason: 'Reading works again.' });
  await addNote(priya, { ref, text: 'Mei found the controller.', occurredAt: '2026-06-09T13:40:52Z' });
  await resolveIncident(tom, { ref, text: 'It works again.', reason: 'The switch did it.' });
  await confirmReport(reporterOf(report.id), { ref: report.ref, answer: 'WORKS' });
  await closeIncident(priya, { ref });
  await sequenceAll();
  return { id, ref, report };
}

describe('the timeline', () => {
  test('holds every step in order, with its words', async () => {
    const { ref } = await story();
    expect((await told(ref)).reverse()).toEqual([
      [
        expect.stringMatching(/^API key|^Somebody/),
        expect.stringMatching(/^Report received/),
        'Page went white while saving.',
      ],
      ['Priya', 'Triaged as Critical and declared', null],
      ['Priya', `Report added to ${ref}`, null],
      ['Priya', 'Incident manager: Priya', null],
      ['Priya', 'Communications lead: Tom', null],
      ['Priya', 'Stage: Investigating', null],
      ['Tom', 'Public update posted', 'We look at the database servers.'],
      ['Nadia', 'A reporter replied', 'My note of 13:41 is gone.'],
      ['Tom', 'Update edited: revision 2', 'We look at the database.'],
      ['Priya', 'Graded Severe, was Critical', 'Reading works again.'],
      ['Priya', 'shop: partly unavailable', null],
      ['Priya', 'Note', 'Mei found the controller.'],
      ['Tom', 'Resolved', 'The switch did it.'],
      ['Tom', 'Public update posted', 'It works again.'],
      ['Tom', 'Reporter asked whether it works now', null],
      ['Nadia', 'A reporter says that it works again', null],
      ['Priya', 'Closed', null],
    ]);
    const { items } = await incidentTimeline(priya, { ref });
    const positions = items.map((item) => Number(item.position));
    expect(positions).toEqual([...positions].sort((a, b) => b - a));
    const note = items.find((item) => item.kind === 'NOTE');
    expect(note).toMatchObject({ backdated: true, at: '2026-06-09T13:40:52.000Z' });
    expect(items.filter((item) => item.edited).map((item) => item.text)).toEqual([
      'We look at the database servers.',
    ]);
  });

  test('shows what the public saw, or what was decided, alone', async () => {
    const { ref } = await story();
    const shown = async (filter: 'PUBLIC' | 'DECISIONS') =>
      (await told(ref, filter)).map(([, sentence]) => sentence).reverse();
    expect(await shown('PUBLIC')).toEqual([
      'Triaged as Critical and declared',
      'Stage: Investigating',
      'Public update posted',
      'Update edited: revision 2',
      'Graded Severe, was Critical',
      'Resolved',
      'Public update posted',
      'Closed',
    ]);
    expect(await shown('DECISIONS')).toContain('Communications lead: Tom');
    expect(await told(ref, 'RECOVERY')).toEqual([]);
  });

  test('pages backwards without a gap or a double', async () => {
    const { ref } = await story();
    const all = (await incidentTimeline(priya, { ref })).items.map((item) => item.id);
    const paged: string[] = [];
    let before: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const view = await incidentTimeline(priya, { ref, before, limit: 4 });
      paged.push(...view.items.map((item) => item.id));
      if (!view.next) break;
      before = view.next;
    }
    expect(paged).toEqual(all);
  });
});

describe('the incident', () => {
  test('is told with stages, roles, promise, clocks, reports and updates', async () => {
    const { ref } = await story();
    const view = await incidentRead(priya, { ref });
    expect(view).toMatchObject({
      ref,
      stage: 'CLOSED',
      severity: 'SEVERE',
      manager: { name: 'Priya' },
      promise: null,
      reports: { count: 1, confirmed: 1, asked: 0, stillBroken: 0 },
      restore: { source: 'SEVERITY', label: 'Restore target for Severe', minutes: 480, other: null },
    });
    expect(view.stages.map(({ stage, state, by }) => [stage, state, by?.name ?? null])).toEqual([
      ['REPORTED', 'done', null],
      ['TRIAGED', 'done', 'Priya'],
      ['INVESTIGATING', 'done', 'Priya'],
      ['ACTING', 'skipped', null],
      ['MONITORING', 'skipped', null],
      ['RESOLVED', 'done', 'Tom'],
      ['CLOSED', 'current', 'Priya'],
    ]);
    expect(view.roles.map(({ role, member }) => [role, member.name])).toEqual([
      ['MANAGER', 'Priya'],
      ['COMMUNICATIONS', 'Tom'],
    ]);
    expect(view.services).toMatchObject([{ name: 'shop', status: 'OPERATIONAL' }]);
    expect(view.updates.map(({ text, revision, by }) => [text, revision, by.name])).toEqual([
      ['It works again.', 1, 'Tom'],
      ['We look at the database.', 2, 'Tom'],
    ]);
    expect(view.clocks.every((clock) => clock.state === 'MET')).toBe(true);
  });

  test('is read by its developers, and by no other', async () => {
    const dev = await makeMember('DEVELOPER', 'Jonas');
    const own = await makeService('own', { ownerId: dev.memberId });
    const mine = await declared(priya, own);
    const foreign = await declared(priya, shop);
    expect(await incidentRead(dev, { ref: mine.ref })).toMatchObject({
      ref: mine.ref,
      promise: { missed: false },
    });
    await expect(incidentRead(dev, { ref: foreign.ref })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(incidentTimeline(dev, { ref: foreign.ref })).rejects.toMatchObject({ code: 'forbidden' });
    await assignRole(priya, { ref: foreign.ref, role: 'RESOLVER', memberId: dev.memberId });
    expect(await incidentRead(dev, { ref: foreign.ref })).toMatchObject({ ref: foreign.ref });
    await expect(incidentRead(await makeMember('USER'), { ref: mine.ref })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
