import { beforeAll, describe, expect, test } from 'vitest';
import { db, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { newId } from '@/lib/platform/ids';
import { readSubjectEvents } from '@/lib/platform/testing/subject-events';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { newFormStamp } from '@/lib/reports/intake/form-stamp';
import type { FileReportRaw } from '@/lib/reports/schema';
import {
  apiKey,
  caller,
  fromForm,
  makeIncident,
  makeService,
  rawReport,
  visitor,
} from '@/lib/reports/testing/people-and-incidents';
import { fileReport } from './file';

testDatabase();

const key = apiKey();
const stranger = visitor();
const raw = (extra: Partial<FileReportRaw> = {}) => rawReport({ service: 'shop', ...extra });

let shop: string;
beforeAll(async () => {
  shop = await makeService('shop');
  await makeService('vault', { visibility: 'INTERNAL' });
});

describe('filing a report', () => {
  test('stores the row, the link and the event together', async () => {
    const filed = await fileReport(
      key,
      raw({ name: 'Dana', email: 'Dana@Example.org', wantsUpdates: true, affected: 'A_FEW' }),
    );
    expect(filed).toMatchObject({ state: 'NEW', incidentRef: null, held: false, spooled: false });
    expect(filed.ref).toMatch(/^R-[0-9A-Z]{6}$/);
    const row = await db().report.findUniqueOrThrow({ where: { ref: filed.ref }, include: { tokens: true } });
    expect(row).toMatchObject({
      channel: 'API',
      serviceId: shop,
      claimedSeverity: 'CRITICAL',
      reporterEmail: 'dana@example.org',
      wantsUpdates: true,
      affected: 'A_FEW',
      incidentId: null,
    });
    expect(row.tokens).toHaveLength(1);
    const events = await readSubjectEvents('report', row.id);
    expect(events.map((event) => event.type)).toEqual(['report.filed']);
    expect(events[0]?.occurredAt).toEqual(row.receivedAt);
    expect(JSON.stringify(events)).not.toMatch(/dana|every case/i);
    const waiting = await pool().query('select 1 from event_inbox where event_id = $1', [events[0]?.id]);
    expect(waiting.rowCount).toBe(1);
  });

  test('makes one report of twenty sent at once, and gives all the same answer', async () => {
    const sent = raw();
    const answers = await Promise.all(Array.from({ length: 20 }, () => fileReport(key, sent)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await db().report.count({ where: { clientKey: sent.clientKey as string } })).toBe(1);
    const report = await db().report.findFirstOrThrow({ where: { clientKey: sent.clientKey as string } });
    expect(await readSubjectEvents('report', report.id)).toHaveLength(1);
  });

  test.each([
    ['text', { description: 'Something else.' }],
    ['service', { service: undefined }],
    ['address', { email: 'eve@example.org' }],
    ['name', { name: 'Eve' }],
    ['experience', { experience: 'SMALL' as const }],
  ])('does not give the link of a report to somebody with another %s', async (_, other) => {
    const sent = raw({ name: 'Dana', email: 'dana@example.org' });
    const filed = await fileReport(key, sent);
    await expect(fileReport(key, { ...sent, ...other })).rejects.toMatchObject({ code: 'conflict' });
    expect(await fileReport(key, sent)).toEqual(filed);
  });

  test('keeps the client keys of two API keys apart', async () => {
    const sent = raw();
    const other = apiKey();
    expect((await fileReport(key, sent)).ref).not.toBe((await fileReport(other, sent)).ref);
  });

  test('takes the next reference when another report has it', async () => {
    const sent = raw();
    const first = await fileReport(key, sent);
    await pool().query('update report set client_key = $1 where ref = $2', [newId(), first.ref]);
    const second = await fileReport(key, sent);
    expect(second.ref).not.toBe(first.ref);
  });

  test('refuses an unknown service, and an internal one in the same words', async () => {
    const unknown = await fileReport(stranger, fromForm({ service: 'nope' })).catch((error) => error);
    const internal = await fileReport(stranger, fromForm({ service: 'vault' })).catch((error) => error);
    expect(unknown).toMatchObject({
      code: 'invalid',
      fields: { service: [expect.stringContaining('list')] },
    });
    expect(internal.message).toBe(unknown.message);
    await expect(fileReport(key, raw({ service: 'vault' }))).resolves.toBeTruthy();
  });

  test('refuses 1,000,000 characters and stores nothing', async () => {
    const sent = raw({ description: 'x'.repeat(1_000_000) });
    await expect(fileReport(key, sent)).rejects.toMatchObject({ code: 'invalid' });
    expect(await db().report.count({ where: { clientKey: sent.clientKey as string } })).toBe(0);
  });

  test('is refused to actors that the policy does not name', async () => {
    const callback = caller({ kind: 'callback', attemptId: newId() });
    await expect(fileReport(callback, raw())).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('adding a report to a known incident', () => {
  test('links it in the same statement, with both events', async () => {
    const incidentId = await makeIncident(3001);
    const filed = await fileReport(stranger, fromForm({ incidentRef: 'INC-3001' }));
    expect(filed).toMatchObject({ state: 'LINKED', incidentRef: 'INC-3001' });
    const row = await db().report.findUniqueOrThrow({ where: { ref: filed.ref } });
    expect(row.incidentId).toBe(incidentId);
    const events = await readSubjectEvents('report', row.id);
    expect(events.map((event) => event.type)).toEqual(['report.filed', 'report.linked']);
    expect((await readSubjectEvents('incident', incidentId)).map((event) => event.type)).toEqual([
      'report.linked',
    ]);
  });

  test('needs no words: it claims what the incident is', async () => {
    await makeIncident(3004, { severity: 'SEVERE' });
    const sent = fromForm({ incidentRef: 'INC-3004', experience: undefined, description: '' });
    const filed = await fileReport(stranger, sent);
    expect(await fileReport(stranger, sent)).toEqual(filed);
    expect(await db().report.findUniqueOrThrow({ where: { ref: filed.ref } })).toMatchObject({
      claimedSeverity: 'SEVERE',
      description: 'The same happens to me.',
      state: 'LINKED',
    });
  });

  test('files it alone when the incident was resolved meanwhile', async () => {
    await makeIncident(3002, { stage: 'RESOLVED', resolvedAt: new Date(Date.now() + 1000) });
    const filed = await fileReport(stranger, fromForm({ incidentRef: 'INC-3002' }));
    expect(filed).toMatchObject({ state: 'NEW', incidentRef: null });
  });

  test('refuses an unknown incident, and an internal one in the same words', async () => {
    await makeIncident(3003, { visibility: 'INTERNAL' });
    const internal = await fileReport(stranger, fromForm({ incidentRef: 'INC-3003' })).catch(
      (error) => error,
    );
    const unknown = await fileReport(stranger, fromForm({ incidentRef: 'INC-3999' })).catch((error) => error);
    expect(internal).toMatchObject({ code: 'invalid' });
    expect(internal.message.replace('3003', '3999')).toBe(unknown.message);
  });
});

describe('reports of strangers', () => {
  test('are refused when they come faster than a person', async () => {
    const clientKey = newId();
    const sent = raw({ clientKey, stamp: newFormStamp(clientKey, Date.now() + 60_000) });
    await expect(fileReport(stranger, sent)).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 2 });
  });

  test('are held when the field that nobody sees is filled, or the form was not made here', async () => {
    const filled = fromForm({ website: 'https://buy.example', email: 'a@example.org' });
    expect(await fileReport(stranger, filled)).toMatchObject({ held: true });
    const forged = fromForm({
      stamp: newFormStamp(newId(), 0),
      email: 'a@example.org',
      incidentRef: 'INC-3001',
    });
    const filed = await fileReport(stranger, forged);
    expect(filed).toMatchObject({ held: true, incidentRef: null });
    const row = await db().report.findUniqueOrThrow({ where: { ref: filed.ref }, include: { tokens: true } });
    expect(row.heldAt).not.toBeNull();
    expect(row.tokens.map((token) => token.purpose).sort()).toEqual(['CONFIRM_ADDRESS', 'TRACK']);
  });

  test('need an address when they are held', async () => {
    await expect(fileReport(stranger, raw())).rejects.toMatchObject({
      fields: { email: [expect.any(String)] },
    });
  });

  test('are limited per network', () =>
    withinOneWindow(600, async () => {
      const crowd = visitor();
      for (let count = 0; count < 40; count += 1) await fileReport(crowd, fromForm());
      await expect(fileReport(crowd, fromForm())).rejects.toMatchObject({ code: 'rate_limited' });
      await expect(fileReport(stranger, fromForm())).resolves.toBeTruthy();
    }));
});
