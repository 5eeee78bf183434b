import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { askManager } from '@/lib/incidents/roles/ask-manager';
import { at, declared, filed } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { consume } from '@/lib/platform/events/consumers';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { confirmReport } from '@/lib/reports/commands/confirm';
import { makeMember, makeService, reporterOf } from '@/lib/reports/testing/people-and-incidents';
import { archiveService } from '@/lib/services/commands/archive';
import { advanceStage } from './advance';
import { closeIncident } from './close';
import { publishUpdate } from './publish-update';
import { reopenIncident } from './reopen';
import { resolveIncident } from './resolve';

testDatabase();

let priya: Context & { memberId: string };
let shop: string;
const next = { minutes: 30 };
const done = { text: 'The shop works again. Nothing you saved is lost.', reason: 'It came back by itself.' };

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  shop = await makeService('shop');
});

describe('advancing', () => {
  test('goes one stage at a time, and further only with a reason, which is kept', async () => {
    const { id, ref } = await declared(priya, shop);
    await expect(advanceStage(priya, { ref, to: 'ACTING' })).rejects.toMatchObject({
      code: 'conflict',
      message: 'A stage is skipped. Say why in a few words.',
    });
    await advanceStage(priya, { ref, to: 'INVESTIGATING' });
    const view = await advanceStage(priya, { ref, to: 'MONITORING', reason: 'A restart was enough.' });
    expect(view.stage).toBe('MONITORING');
    const row = await db().incident.findUniqueOrThrow({ where: { id }, include: { notes: true } });
    expect(row.mitigatedAt).not.toBeNull();
    expect(row.notes.map((note) => note.body)).toEqual(['A restart was enough.']);
    await expect(advanceStage(priya, { ref, to: 'INVESTIGATING' })).rejects.toThrow(/is a reopening/);
    await expect(advanceStage(priya, { ref, to: 'RESOLVED' })).rejects.toMatchObject({
      code: 'precondition',
    });
    await expect(advanceStage(priya, { ref, to: 'CLOSED' })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('resolving', () => {
  test('ends intervals, clocks and the promise, posts the last word and asks the reporters', async () => {
    const report = await filed('shop');
    const alert = await filed('shop');
    const { id, ref } = await declared(priya, shop, { report: { id: report.id, version: report.version } });
    await db().report.update({
      where: { id: alert.id },
      data: { channel: 'ALERT', state: 'LINKED', incidentId: id },
    });
    await resolveIncident(priya, { ref, ...done });
    const row = await db().incident.findUniqueOrThrow({
      where: { id },
      include: { services: true, clocks: true, promises: true, updates: { include: { revisions: true } } },
    });
    expect(row).toMatchObject({ stage: 'RESOLVED', nextUpdateAt: null });
    expect(row.services.map((interval) => interval.endsAt)).toEqual([row.resolvedAt]);
    expect(row.clocks.every((clock) => clock.stoppedAt !== null)).toBe(true);
    expect(row.updates).toMatchObject([
      { audience: 'PUBLIC', stage: 'RESOLVED', revisions: [{ body: done.text }] },
    ]);
    expect(row.promises).toMatchObject([{ state: 'KEPT', keptByUpdateId: row.updates[0]?.id }]);
    const states = await db().report.findMany({
      where: { incidentId: id },
      select: { state: true, channel: true },
    });
    expect(states).toEqual(
      expect.arrayContaining([
        { state: 'FIXED_ASKED', channel: 'API' },
        { state: 'LINKED', channel: 'ALERT' },
      ]),
    );
    const types = await recordedAbout('incident', id);
    expect(types.slice(-3)).toEqual(['incident.resolved', 'update.published', 'report.fixedAsked']);
    await expect(resolveIncident(priya, { ref, ...done })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('takes back the report whose reporter says “not yet”, and asks the manager; the incident stays', async () => {
    const report = await filed('shop');
    const { id, ref } = await declared(priya, shop, { report: { id: report.id, version: report.version } });
    await resolveIncident(priya, { ref, ...done });
    await confirmReport(reporterOf(report.id), { ref: report.ref, answer: 'NOT_YET', comment: 'Still 503.' });
    await sequenceAll();
    await Promise.all([consume(askManager), consume(askManager)]);
    expect(await db().report.findUniqueOrThrow({ where: { id: report.id } })).toMatchObject({
      state: 'LINKED',
    });
    expect(await db().incident.findUniqueOrThrow({ where: { id } })).toMatchObject({ stage: 'RESOLVED' });
    const asked = await db().event.findMany({ where: { type: 'incident.managerAsked' } });
    expect(asked.map((event) => event.data)).toEqual([
      { incidentId: id, reportId: report.id, memberId: priya.memberId, answer: 'NOT_YET' },
    ]);
  });
});

describe('closing', () => {
  test('closes a resolved incident, and then it takes no update and is not reopened', async () => {
    const { ref } = await declared(priya, shop);
    await expect(closeIncident(priya, { ref })).rejects.toMatchObject({ code: 'conflict' });
    await resolveIncident(priya, { ref, ...done });
    expect(await closeIncident(priya, { ref })).toMatchObject({ stage: 'CLOSED' });
    const update = { ref, audience: 'PUBLIC', text: 'One more thing.' } as const;
    await expect(publishUpdate(priya, update)).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('is closed, so no update can be published on it'),
    });
    const reopen = { ref, to: 'INVESTIGATING', reason: 'It is back.', next } as const;
    await expect(reopenIncident(priya, reopen)).rejects.toThrow(/Declare a new one/);
  });

  test('asks a Moderate one for its underlying cause', async () => {
    const { id, ref } = await declared(priya, shop, { severity: 'MODERATE' });
    await resolveIncident(priya, { ref, ...done });
    await expect(closeIncident(priya, { ref })).rejects.toThrow(/underlying cause/);
    await expect(closeIncident(priya, { ref, cause: 'NOT_LOOKED_AT' })).rejects.toThrow(/not looked at/);
    await closeIncident(priya, {
      ref,
      cause: 'NOT_LOOKED_AT',
      because: 'It happened once, in a test office.',
    });
    expect(await db().incident.findUniqueOrThrow({ where: { id } })).toMatchObject({
      causeKind: 'NOT_LOOKED_AT',
      causeReason: 'It happened once, in a test office.',
    });
  });
});

describe('reopening', () => {
  test('gives the services their last status again, takes the question back and promises anew', async () => {
    const report = await filed('shop');
    const start = Date.now() + 1_000;
    const later = (minutes: number) => at(priya, new Date(start + minutes * 60_000));
    const from = { id: report.id, version: report.version };
    const startedAt = new Date(start).toISOString();
    const { id, ref } = await declared(later(0), shop, { report: from, startedAt });
    const restore = await db().clock.findFirstOrThrow({ where: { incidentId: id, kind: 'RESTORE' } });
    await resolveIncident(later(20), { ref, ...done });
    await reopenIncident(later(35), { ref, to: 'ACTING', reason: 'It is slow again.', next });
    const row = await db().incident.findUniqueOrThrow({
      where: { id },
      include: {
        services: { orderBy: { startsAt: 'asc' } },
        promises: { where: { settledAt: null } },
        reports: true,
      },
    });
    expect(row).toMatchObject({ stage: 'ACTING', resolvedAt: null });
    const minutes = row.services.map(({ startsAt, endsAt }) =>
      [startsAt, endsAt].map((time) => time && Math.round((time.getTime() - start) / 60_000)),
    );
    expect(minutes).toEqual([
      [0, 20],
      [35, null],
    ]);
    expect(row.services.map((interval) => interval.status)).toEqual(['MAJOR_OUTAGE', 'MAJOR_OUTAGE']);
    expect(row.promises).toMatchObject([{ state: 'OPEN', dueAt: row.nextUpdateAt }]);
    expect(row.reports).toMatchObject([{ state: 'LINKED', fixedAskedAt: null }]);
    const running = await db().clock.findMany({ where: { incidentId: id, stoppedAt: null } });
    expect(running.map((clock) => clock.kind).sort()).toEqual(['RESTORE', 'UPDATE']);
    expect(running.find((clock) => clock.kind === 'RESTORE')).toMatchObject({
      startedAt: restore.startedAt,
      dueAt: restore.dueAt,
    });
  });

  test('is refused while a service of it is archived, so that nothing is open that no page shows', async () => {
    const manager = await makeMember('MANAGER', 'Morgan');
    for (const visibility of ['PUBLIC', 'INTERNAL'] as const) {
      const slug = `portal-${visibility.toLowerCase()}`;
      const portal = await makeService(slug, { visibility });
      const { ref } = await declared(priya, portal, {
        services: [{ serviceId: portal }, { serviceId: shop }],
      });
      const archive = async (archived: boolean) => {
        const { version } = await db().service.findUniqueOrThrow({ where: { id: portal } });
        return await archiveService(manager, { id: portal, version, archived });
      };
      await expect(archive(true)).rejects.toMatchObject({ code: 'precondition' });
      await resolveIncident(priya, { ref, ...done });
      await archive(true);
      const reopen = { ref, to: 'INVESTIGATING', reason: 'It is back.', next } as const;
      await expect(reopenIncident(priya, reopen)).rejects.toMatchObject({
        code: 'precondition',
        message: expect.stringContaining('was archived since'),
      });
      await archive(false);
      expect(await reopenIncident(priya, reopen)).toMatchObject({ stage: 'INVESTIGATING' });
      await resolveIncident(priya, { ref, ...done });
    }
  });

  test('and archiving at the same moment: one of the two is refused', async () => {
    const manager = await makeMember('MANAGER', 'Mona');
    const portal = await makeService('portal-race');
    for (let round = 0; round < 6; round += 1) {
      const { ref } = await declared(priya, portal);
      await resolveIncident(priya, { ref, ...done });
      const { version } = await db().service.findUniqueOrThrow({ where: { id: portal } });
      const both = await Promise.allSettled([
        reopenIncident(priya, { ref, to: 'INVESTIGATING', reason: 'It is back.', next }),
        archiveService(manager, { id: portal, version, archived: true }),
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await db().service.update({ where: { id: portal }, data: { archivedAt: null } });
      if (both[0].status === 'fulfilled') await resolveIncident(priya, { ref, ...done });
    }
  });
});
