import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { newId } from '@/lib/platform/ids';
import { verifyLinkToken } from '@/lib/platform/secrets/link-token';
import { answerReporter } from '@/lib/reports/commands/answer';
import { fileReport } from '@/lib/reports/commands/file';
import {
  fromForm,
  makeIncident,
  makeMember,
  makeService,
  reporterOf,
  visitor,
} from '@/lib/reports/testing/people-and-incidents';
import { reporterAudience } from '@/lib/tracking/reporter-audience';
import { trackReport } from './track';

testDatabase();

const idOf = async (ref: string) => (await db().report.findUniqueOrThrow({ where: { ref } })).id;

async function publish(
  incidentId: string,
  audience: 'PUBLIC' | 'REPORTERS' | 'INTERNAL',
  body: string,
  minute: number,
) {
  const id = newId();
  const publishedAt = new Date(Date.UTC(2026, 5, 9, 13, minute));
  await db().update.create({ data: { id, incidentId, audience, publishedAt } });
  await db().updateRevision.create({ data: { updateId: id, number: 1, body } });
}

let incidentId: string;
beforeAll(async () => {
  await makeService('shop', { name: 'Shop' });
  incidentId = await makeIncident(5001, {
    stage: 'ACTING',
    nextUpdateAt: new Date('2026-06-09T13:30:00Z'),
    nextUpdateZone: 'Europe/London',
  });
  const dueAt = new Date('2026-06-09T13:30:00Z');
  const madeAt = new Date('2026-06-09T13:10:00Z');
  await db().promiseRecord.create({
    data: { id: newId(), incidentId, dueAt, madeAt, zone: 'Europe/London' },
  });
  await publish(incidentId, 'PUBLIC', 'A disk **failed**.', 1);
  await publish(incidentId, 'INTERNAL', 'It was our fault.', 2);
  await publish(incidentId, 'REPORTERS', 'Keep the paper. <script>alert(1)</script>', 3);
});

describe('the page of a report', () => {
  test('shows where it stands, what is said to reporters, and nothing internal', async () => {
    const { ref } = await fileReport(visitor(), fromForm({ service: 'shop', incidentRef: 'INC-5001' }));
    const view = await trackReport(reporterOf(await idOf(ref)), { ref });
    expect(view).toMatchObject({
      ref,
      state: 'LINKED',
      sentence: 'We found the cause and are fixing it.',
      service: { name: 'Shop', status: 'OPERATIONAL' },
      incident: { ref: 'INC-5001', people: 1 },
      promise: { of: 'UPDATE', dueAt: '2026-06-09T13:30:00.000Z', madeAt: '2026-06-09T13:10:00.000Z' },
      asked: false,
    });
    expect(view.updates.map((update) => update.html)).toEqual([
      expect.stringContaining('Keep the paper.'),
      expect.stringContaining('<strong>failed</strong>'),
    ]);
    expect(JSON.stringify(view)).not.toMatch(/our fault|<script/);
  });

  test('says nothing of other reporters but how many they are', async () => {
    const other = fromForm({
      incidentRef: 'INC-5001',
      name: 'Kingfisher',
      email: 'kingfisher@example.org',
      description: 'Kingfisher',
    });
    await fileReport(visitor(), other);
    const { ref } = await fileReport(visitor(), fromForm({ incidentRef: 'INC-5001' }));
    const view = await trackReport(reporterOf(await idOf(ref)), { ref });
    expect(view.incident?.people).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(view).toLowerCase()).not.toContain('kingfisher');
  });

  test('keeps the title of an internal incident to itself', async () => {
    const hidden = await makeIncident(5002, { visibility: 'INTERNAL', title: 'Kingfisher' });
    const { ref } = await fileReport(visitor(), fromForm());
    const id = await idOf(ref);
    await db().report.update({ where: { id }, data: { state: 'LINKED', incidentId: hidden } });
    const view = await trackReport(reporterOf(id), { ref });
    expect(view.incident?.title).toBeNull();
    expect(JSON.stringify(view)).not.toContain('Kingfisher');
  });

  test('knows the team by given names, and is closed to everybody else', async () => {
    const farah = await makeMember('RESPONDER', 'Farah Kingfisher');
    const { ref } = await fileReport(visitor(), fromForm());
    await answerReporter(farah, { ref, text: 'Did you see “Saved”?' });
    const view = await trackReport(reporterOf(await idOf(ref)), { ref });
    expect(view.messages).toMatchObject([{ author: 'PROVIDER', by: 'Farah' }]);
    expect(JSON.stringify(view)).not.toContain('Kingfisher');
    await expect(trackReport(reporterOf(newId()), { ref })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

test('the link of a report is what its page may hear about', async () => {
  const filed = await fileReport(visitor(), fromForm({ incidentRef: 'INC-5001' }));
  const token = filed.trackingPath.split('/').at(-1) ?? '';
  expect(await reporterAudience(token)).toEqual({
    kind: 'reporter',
    reportId: await idOf(filed.ref),
    incidentId,
    tokenId: verifyLinkToken('tracking', token),
  });
  await expect(reporterAudience('x'.repeat(54))).rejects.toMatchObject({ code: 'not_found' });
});
