import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { at, declared, filed } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { apiKey, makeMember, makeService } from '@/lib/reports/testing/people-and-incidents';
import { declareIncident } from './declare';

testDatabase();

let priya: Context & { memberId: string };
let shop: string;
let vault: string;

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  shop = await makeService('shop', { rtoMinutes: 60 });
  vault = await makeService('vault', { visibility: 'INTERNAL' });
});

describe('declaring from a report', () => {
  test('writes incident, services, role, promise, clocks and events at once, and links the report', async () => {
    const report = await filed('shop');
    const view = await declared(priya, shop, {
      report: { id: report.id, version: report.version },
      update: { text: 'The shop is not available. Next word in 30 minutes.', next: { minutes: 30 } },
    });
    expect(view).toMatchObject({ version: 1, stage: 'TRIAGED', severity: 'CRITICAL' });
    expect(view.ref).toMatch(/^INC-\d+$/);
    const row = await db().incident.findUniqueOrThrow({
      where: { id: view.id },
      include: { services: true, roles: true, promises: true, clocks: true, updates: true, reports: true },
    });
    expect(row.services).toMatchObject([
      { serviceId: shop, status: 'MAJOR_OUTAGE', endsAt: null, reason: null },
    ]);
    expect(row.roles).toMatchObject([{ kind: 'MANAGER', memberId: priya.memberId, endsAt: null }]);
    expect(row.promises).toMatchObject([{ state: 'OPEN', dueAt: row.nextUpdateAt, zone: 'UTC' }]);
    expect(row.startedAt).toEqual(report.receivedAt);
    expect(row.rtoAt?.getTime()).toBe(row.startedAt.getTime() + 3_600_000);
    expect(row.restoreTargetMinutes).toBe(240);
    expect(row.reports).toMatchObject([
      { id: report.id, state: 'LINKED', assessedSeverity: 'CRITICAL', acknowledgedById: priya.memberId },
    ]);
    const stopped = (kind: string) =>
      row.clocks.filter((clock) => clock.kind === kind).map((c) => c.stoppedAt !== null);
    expect(stopped('ACKNOWLEDGE')).toEqual([true]);
    expect(stopped('FIRST_UPDATE')).toEqual([true]);
    expect(stopped('UPDATE')).toEqual([false]);
    expect(row.clocks.find((clock) => clock.kind === 'RESTORE')?.dueAt).toEqual(row.rtoAt);
    expect(await recordedAbout('incident', view.id)).toEqual([
      'incident.declared',
      'report.linked',
      'incident.roleAssigned',
      'update.published',
    ]);
    expect(await recordedAbout('report', report.id)).toEqual([
      'report.filed',
      'incident.declared',
      'report.linked',
    ]);
  });

  test('refuses a second person, and says who decided what', async () => {
    const mei = await makeMember('RESPONDER', 'Mei');
    const report = await filed('shop');
    const with1 = { report: { id: report.id, version: report.version } };
    const outcomes = await Promise.allSettled([declared(priya, shop, with1), declared(mei, shop, with1)]);
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(won).toHaveLength(1);
    const { incidentId } = await db().report.findUniqueOrThrow({ where: { id: report.id } });
    expect(incidentId).toBe(won[0]?.value.id);
    const winner = outcomes[0]?.status === 'fulfilled' ? 'Priya' : 'Mei';
    expect(lost?.reason).toMatchObject({
      code: 'conflict',
      details: { by: winner, act: `Report added to ${won[0]?.value.ref}` },
    });
    expect(await db().incident.count({ where: { title: 'The shop is away', reports: { none: {} } } })).toBe(
      0,
    );
  });
});

describe('declaring from scratch', () => {
  test('takes its defaults from severity and services: status, visibility, the next update', async () => {
    const now = '2026-06-09T13:00:00.000Z';
    const severe = await declared(at(priya, now), vault, { severity: 'SEVERE', slow: true });
    const row = await db().incident.findUniqueOrThrow({
      where: { id: severe.id },
      include: { services: true },
    });
    expect(row.visibility).toBe('INTERNAL');
    expect(row.services).toMatchObject([{ status: 'DEGRADED' }]);
    expect(row.nextUpdateAt?.toISOString()).toBe('2026-06-09T14:00:00.000Z');
  });

  test('asks no first update of a Moderate one beyond the triage, and runs the clock to the next', async () => {
    const { id } = await declared(priya, shop, { severity: 'MODERATE' });
    const clocks = await db().clock.findMany({
      where: { incidentId: id, stoppedAt: null },
      orderBy: { kind: 'asc' },
    });
    expect(clocks.map((clock) => clock.kind)).toEqual(['UPDATE', 'RESTORE']);
  });

  test('may begin in the past, never in the future', async () => {
    const startedAt = '2026-06-09T12:00:00.000Z';
    const past = await declared(at(priya, '2026-06-09T13:00:00Z'), shop, { startedAt });
    const row = await db().incident.findUniqueOrThrow({
      where: { id: past.id },
      include: { services: true },
    });
    expect(row.startedAt.toISOString()).toBe(startedAt);
    expect(row.services[0]?.startsAt.toISOString()).toBe(startedAt);
    await expect(declared(at(priya, '2026-06-09T11:00:00Z'), shop, { startedAt })).rejects.toMatchObject({
      code: 'invalid',
      fields: { startedAt: ['The incident cannot have begun in the future.'] },
    });
  });

  test('keeps a chosen status apart from the default', async () => {
    const { id } = await declared(priya, shop, { services: [{ serviceId: shop, status: 'PARTIAL_OUTAGE' }] });
    const [interval] = await db().incidentService.findMany({ where: { incidentId: id } });
    expect(interval).toMatchObject({
      status: 'PARTIAL_OUTAGE',
      reason: 'Chosen when the incident was declared.',
    });
  });

  test('points to the one before', async () => {
    const first = await declared(priya, shop);
    const second = await declared(priya, shop, { previousRef: first.ref });
    const row = await db().incident.findUniqueOrThrow({ where: { id: second.id } });
    expect(row.previousIncidentId).toBe(first.id);
    await expect(declared(priya, shop, { previousRef: 'INC-999999' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('who, and how often', () => {
  test('lets an admin declare and lead, because an installation may have one person', async () => {
    const hanna = await makeMember('ADMIN', 'Hanna');
    const { id } = await declared(hanna, shop);
    const lead = { incidentId: id, kind: 'MANAGER' as const, memberId: hanna.memberId };
    expect(await db().incidentRole.count({ where: lead })).toBe(1);
  });

  test('lets a key with the role declare; the manager is then whom it names', async () => {
    const nobody = await declared(apiKey('RESPONDER'), shop);
    expect(await db().incidentRole.count({ where: { incidentId: nobody.id } })).toBe(0);
    const named = await declared(apiKey('RESPONDER'), shop, { managerId: priya.memberId });
    expect(await db().incidentRole.count({ where: { incidentId: named.id, memberId: priya.memberId } })).toBe(
      1,
    );
    const user = await makeMember('USER', 'Imran');
    await expect(declared(priya, shop, { managerId: user.memberId })).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  test('answers a repeated request with the first incident', async () => {
    const ctx = { ...priya, idempotencyKey: newId() };
    const [one, two] = [await declared(ctx, shop), await declared(ctx, shop)];
    expect(two).toEqual(one);
  });

  test('refuses wrong input by field, before anything is written', async () => {
    const before = await db().incident.count();
    const wrong = { title: '', severity: 'HUGE', services: [] } as unknown as Parameters<
      typeof declareIncident
    >[1];
    await expect(declareIncident(priya, wrong)).rejects.toMatchObject({
      code: 'invalid',
      fields: { title: ['The title is missing.'], services: ['Name at least one service.'] },
    });
    await expect(declared(priya, shop, { title: 'x'.repeat(1_000_000) })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(declared(priya, newId())).rejects.toMatchObject({ code: 'not_found' });
    expect(await db().incident.count()).toBe(before);
  });
});
