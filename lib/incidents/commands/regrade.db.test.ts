import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { at, declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { makeMember, makeService } from '@/lib/reports/testing/people-and-incidents';
import { addService } from './add-service';
import { publishUpdate } from './publish-update';
import { regradeIncident } from './regrade';
import { removeService } from './remove-service';
import { setServiceStatus } from './set-service-status';

testDatabase();

let priya: Context & { memberId: string };
let shop: string;
let mail: string;
const start = Date.parse('2026-06-09T10:00:00.000Z');
const later = (minutes: number) => at(priya, new Date(start + minutes * 60_000));
const minute = (time: Date | null) => time && (time.getTime() - start) / 60_000;

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  shop = await makeService('shop');
  mail = await makeService('mail');
});

async function clocksOf(incidentId: string) {
  const clocks = await db().clock.findMany({
    where: { incidentId, stoppedAt: null },
    orderBy: { kind: 'asc' },
  });
  return clocks.map(({ kind, severity, startedAt, dueAt }) => [
    kind,
    severity,
    minute(startedAt),
    minute(dueAt),
  ]);
}

async function intervalsOf(incidentId: string) {
  const rows = await db().incidentService.findMany({
    where: { incidentId },
    orderBy: [{ serviceId: 'asc' }, { startsAt: 'asc' }],
    include: { service: true },
  });
  return rows.map((row) => [row.service.name, row.status, minute(row.startsAt), minute(row.endsAt)]);
}

describe('re-grading', () => {
  test('puts the new targets on the old starts while the clocks run on', async () => {
    const { id, ref } = await declared(later(0), shop, { severity: 'SEVERE' });
    expect(await clocksOf(id)).toEqual([
      ['FIRST_UPDATE', 'SEVERE', 0, 60],
      ['RESTORE', 'SEVERE', 0, 480],
    ]);
    await regradeIncident(later(30), {
      ref,
      severity: 'CRITICAL',
      reason: 'Nobody can open a case any more.',
    });
    expect(await clocksOf(id)).toEqual([
      ['FIRST_UPDATE', 'CRITICAL', 0, 15],
      ['RESTORE', 'CRITICAL', 0, 240],
    ]);
    const row = await db().incident.findUniqueOrThrow({ where: { id } });
    expect([minute(row.startedAt), minute(row.restoreTargetAt), row.severity]).toEqual([0, 240, 'CRITICAL']);
  });

  test('says why in a note, and only its id in the event', async () => {
    const { id, ref } = await declared(later(0), shop);
    await regradeIncident(later(5), {
      ref,
      severity: 'MODERATE',
      reason: 'It was the office network of Dana.',
    });
    const event = await db().event.findFirstOrThrow({
      where: { type: 'incident.regraded', subjects: { some: { subjectId: id } } },
    });
    const { noteId } = event.data as { noteId: string };
    expect(event.data).toEqual({ incidentId: id, noteId, from: 'CRITICAL', to: 'MODERATE' });
    const note = await db().incidentNote.findUniqueOrThrow({ where: { id: noteId } });
    expect(note).toMatchObject({ body: 'It was the office network of Dana.', memberId: priya.memberId });
    await expect(
      regradeIncident(priya, { ref, severity: 'MODERATE', reason: 'Again.' }),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(regradeIncident(priya, { ref, severity: 'TRIVIAL', reason: '  ' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  test('lets the first-update clock go with a severity that speaks on triage, and come back', async () => {
    const { id, ref } = await declared(later(0), shop);
    await regradeIncident(later(5), { ref, severity: 'TRIVIAL', reason: 'Only the logo.' });
    expect((await clocksOf(id)).map(([kind]) => kind)).toEqual(['UPDATE', 'RESTORE']);
    await regradeIncident(later(10), { ref, severity: 'CRITICAL', reason: 'Not only the logo.' });
    expect(await clocksOf(id)).toEqual([
      ['FIRST_UPDATE', 'CRITICAL', 0, 15],
      ['RESTORE', 'CRITICAL', 0, 240],
    ]);
    await publishUpdate(later(12), { ref, audience: 'PUBLIC', text: 'We are on it.', next: { minutes: 20 } });
    await regradeIncident(later(14), { ref, severity: 'SEVERE', reason: 'Half of it is back.' });
    expect(await clocksOf(id)).toEqual([
      ['UPDATE', 'SEVERE', 12, 72],
      ['RESTORE', 'SEVERE', 0, 480],
    ]);
  });
});

describe('services of an incident', () => {
  test('follow the severity until a person says otherwise, in intervals without gap or overlap', async () => {
    const services = [{ serviceId: shop }, { serviceId: mail }];
    const { id, ref } = await declared(later(0), shop, { services });
    await setServiceStatus(later(10), {
      ref,
      serviceId: mail,
      status: 'DEGRADED',
      reason: 'Mail is only late.',
    });
    await regradeIncident(later(20), { ref, severity: 'SEVERE', reason: 'Parts work again.' });
    await removeService(later(30), { ref, serviceId: mail, reason: 'Mail is not late any more.' });
    await addService(later(40), { ref, serviceId: mail });
    expect((await intervalsOf(id)).sort()).toEqual(
      [
        ['shop', 'MAJOR_OUTAGE', 0, 20],
        ['shop', 'PARTIAL_OUTAGE', 20, null],
        ['mail', 'MAJOR_OUTAGE', 0, 10],
        ['mail', 'DEGRADED', 10, 30],
        ['mail', 'PARTIAL_OUTAGE', 40, null],
      ].sort(),
    );
    await expect(addService(later(41), { ref, serviceId: mail })).rejects.toMatchObject({ code: 'conflict' });
    await removeService(later(42), { ref, serviceId: mail, reason: 'Fine.' });
    await expect(removeService(later(43), { ref, serviceId: shop, reason: 'x' })).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  test('leave no empty interval when a status changes within one instant, or by a transaction that began earlier', async () => {
    const { id, ref } = await declared(later(0), shop);
    await setServiceStatus(later(5), { ref, serviceId: shop, status: 'DEGRADED', reason: 'One.' });
    await setServiceStatus(later(5), { ref, serviceId: shop, status: 'PARTIAL_OUTAGE', reason: 'Two.' });
    await setServiceStatus(later(4), { ref, serviceId: shop, status: 'OPERATIONAL', reason: 'Three.' });
    expect(await intervalsOf(id)).toEqual([
      ['shop', 'MAJOR_OUTAGE', 0, 5],
      ['shop', 'OPERATIONAL', 5, null],
    ]);
  });

  test('keep whole when ten people change them at once', async () => {
    const { id, ref } = await declared(priya, shop);
    const statuses = ['DEGRADED', 'PARTIAL_OUTAGE', 'OPERATIONAL', 'MAJOR_OUTAGE', 'DEGRADED'] as const;
    const outcomes = await Promise.allSettled(
      [...statuses, ...statuses].map((status) =>
        setServiceStatus(
          { ...priya, requestId: status },
          { ref, serviceId: shop, status, reason: 'All at once.' },
        ),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'conflict' });
    const rows = await db().incidentService.findMany({
      where: { incidentId: id },
      orderBy: { startsAt: 'asc' },
    });
    expect(rows.filter((row) => row.endsAt === null)).toHaveLength(1);
    expect(rows.slice(1).map((row) => row.startsAt)).toEqual(rows.slice(0, -1).map((row) => row.endsAt));
  });
});
