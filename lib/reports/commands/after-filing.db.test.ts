import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { readSubjectEvents } from '@/lib/platform/testing/subject-events';
import { openLink } from '@/lib/reports/links/open-link';
import { confirmPath, trackingPath } from '@/lib/reports/links/tracking-link';
import { listReports } from '@/lib/reports/queries/list';
import { readReport } from '@/lib/reports/queries/read';
import {
  caller,
  fromForm,
  makeIncident,
  makeMember,
  rawReport,
  reporterOf,
  visitor,
} from '@/lib/reports/testing/people-and-incidents';
import { confirmReport } from './confirm';
import { correctReport } from './correct';
import { fileReport } from './file';
import { fileForOther } from './file-for-other';
import { mailLink } from './mail-link';
import { releaseReport } from './release';

testDatabase();

let ref: string;
let id: string;
let reporter: Context;
let number = 4000;

beforeEach(async () => {
  ref = (await fileReport(visitor(), fromForm({ email: 'dana@example.org', name: 'Dana' }))).ref;
  id = (await db().report.findUniqueOrThrow({ where: { ref } })).id;
  reporter = reporterOf(id);
});

async function onIncident(state: 'LINKED' | 'FIXED_ASKED' | 'CONFIRMED'): Promise<string> {
  number += 1;
  const incidentId = await makeIncident(number);
  await db().report.update({ where: { id }, data: { state, incidentId } });
  return incidentId;
}

const types = async () => (await readSubjectEvents('report', id)).map((event) => event.type);

describe('is it working for you now?', () => {
  test('works: the report is confirmed', async () => {
    const incidentId = await onIncident('FIXED_ASKED');
    expect(await confirmReport(reporter, { ref, answer: 'WORKS' })).toMatchObject({ state: 'CONFIRMED' });
    expect((await db().report.findUniqueOrThrow({ where: { id } })).closedAt).not.toBeNull();
    const event = (await readSubjectEvents('incident', incidentId)).at(-1);
    expect(event).toMatchObject({
      type: 'report.answered',
      data: { answer: 'WORKS', asked: true, reportId: id },
    });
  });

  test('partly and not yet: it is still broken, with what was said', async () => {
    await onIncident('FIXED_ASKED');
    const answer = { ref, answer: 'PARTLY', comment: 'Old notes are missing.' } as const;
    expect(await confirmReport(reporter, answer)).toMatchObject({ state: 'STILL_BROKEN' });
    expect(await db().reportAnswer.findFirst({ where: { reportId: id } })).toMatchObject({
      comment: 'Old notes are missing.',
    });
    expect(JSON.stringify(await readSubjectEvents('report', id))).not.toContain('Old notes');
  });

  test('whoever was not asked may say so too, and the report stays where it is', async () => {
    await onIncident('LINKED');
    expect(await confirmReport(reporter, { ref, answer: 'NOT_YET' })).toMatchObject({ state: 'LINKED' });
    const event = (await readSubjectEvents('report', id)).at(-1);
    expect(event?.data).toMatchObject({ answer: 'NOT_YET', asked: false });
  });

  test('cannot be taken back after it was confirmed', async () => {
    await onIncident('CONFIRMED');
    await expect(confirmReport(reporter, { ref, answer: 'NOT_YET' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('is for the reporter, not for a stranger', async () => {
    await onIncident('FIXED_ASKED');
    const stranger = reporterOf(newId());
    await expect(confirmReport(stranger, { ref, answer: 'WORKS' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('correcting a report', () => {
  test('changes what was told wrongly, and says which fields', async () => {
    const sent = {
      ref,
      experience: 'SLOW_OR_PARTS',
      affectedWhere: 'Eastgate',
      email: 'Nadia@Example.org',
      noticed: 'NOT_SURE',
      version: 1,
    } as const;
    expect(await correctReport(reporter, sent)).toEqual({ ref, version: 2 });
    expect(await db().report.findUniqueOrThrow({ where: { id } })).toMatchObject({
      claimedSeverity: 'SEVERE',
      affectedWhere: 'Eastgate',
      reporterEmail: 'nadia@example.org',
      reporterName: 'Dana',
    });
    const event = (await readSubjectEvents('report', id)).at(-1);
    expect(event?.data).toMatchObject({ fields: ['claimedSeverity', 'affectedWhere', 'reporterEmail'] });
  });

  test('writes nothing when nothing changed', async () => {
    expect(await correctReport(reporter, { ref, version: 1, name: 'Dana' })).toEqual({ ref, version: 1 });
    expect(await types()).toEqual(['report.filed']);
  });

  test('stops the updates when the address is taken away', async () => {
    await correctReport(reporter, { ref, version: 1, wantsUpdates: true });
    await correctReport(reporter, { ref, version: 2, email: '' });
    expect(await db().report.findUniqueOrThrow({ where: { id } })).toMatchObject({
      reporterEmail: null,
      wantsUpdates: false,
    });
  });

  test('is refused when the report changed meanwhile, without a word of who works on it', async () => {
    await correctReport(reporter, { ref, affectedWhere: 'Eastgate', version: 1 });
    await expect(
      correctReport(reporter, { ref, affectedWhere: 'Westgate', version: 1 }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: `Somebody changed ${ref} in between. Look at it again, then decide.`,
      details: { version: 2 },
    });
  });
});

describe('private links', () => {
  const tokenOf = (path: string) => path.split('/').at(-1) ?? '';

  test('open their report until they expire, are revoked, or a letter differs', async () => {
    const filed = await fileReport(visitor(), fromForm());
    const token = tokenOf(filed.trackingPath);
    const opened = await openLink('tracking', token);
    expect(opened).toMatchObject({ state: 'open', reportRef: filed.ref });
    expect(await openLink('tracking', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toEqual({
      state: 'unknown',
    });
    expect(await openLink('report-confirm', token)).toEqual({ state: 'unknown' });
    expect(await openLink('tracking', tokenOf(trackingPath(newId())))).toEqual({ state: 'unknown' });
    await db().reportToken.updateMany({
      where: { report: { ref: filed.ref } },
      data: { expiresAt: new Date(0) },
    });
    expect(await openLink('tracking', token)).toMatchObject({ state: 'expired' });
  });

  test('are mailed again for a reference with its address, and for nothing else, in silence', async () => {
    expect(await mailLink(visitor(), { ref, email: 'somebody@example.org' })).toBeUndefined();
    expect(await mailLink(visitor(), { ref: 'R-999999', email: 'dana@example.org' })).toBeUndefined();
    expect(await db().reportToken.count({ where: { reportId: id } })).toBe(1);
    expect(await mailLink(visitor(), { ref: ref.toLowerCase(), email: ' DANA@example.org' })).toBeUndefined();
    const event = (await readSubjectEvents('report', id)).at(-1);
    expect(event?.type).toBe('report.linkRequested');
    const token = tokenOf(trackingPath(String(event?.data.tokenId)));
    expect(await openLink('tracking', token)).toMatchObject({ state: 'open', reportId: id });
  });

  test('let a held report into the queue, once', async () => {
    const filed = await fileReport(visitor(), rawReport({ email: 'dana@example.org' }));
    const held = await db().report.findUniqueOrThrow({
      where: { ref: filed.ref },
      include: { tokens: true },
    });
    const confirm = held.tokens.find((token) => token.purpose === 'CONFIRM_ADDRESS');
    const opened = await openLink('report-confirm', tokenOf(confirmPath(confirm?.id ?? '')));
    expect(opened).toMatchObject({ state: 'open', reportId: held.id });
    await releaseReport(reporterOf(held.id), { ref: filed.ref });
    await releaseReport(reporterOf(held.id), { ref: filed.ref });
    expect((await db().report.findUniqueOrThrow({ where: { id: held.id } })).heldAt).toBeNull();
    const events = await readSubjectEvents('report', held.id);
    expect(events.map((event) => event.type)).toEqual(['report.filed', 'report.released']);
  });
});

describe('reports of members', () => {
  test('keeps the client keys of two members apart', async () => {
    const sent = rawReport({ name: 'Ruth' });
    const farah = await makeMember('RESPONDER');
    const other = await makeMember('RESPONDER');
    const filed = await fileForOther(farah, sent);
    expect((await fileForOther(other, sent)).ref).not.toBe(filed.ref);
    expect(await fileForOther(farah, sent)).toEqual(filed);
  });

  test('a responder enters one for somebody on the phone; a user cannot', async () => {
    const farah = await makeMember('RESPONDER');
    const filed = await fileForOther(farah, rawReport({ name: 'Ruth' }));
    const row = await db().report.findUniqueOrThrow({ where: { ref: filed.ref } });
    expect(row).toMatchObject({
      channel: 'PHONE',
      enteredById: farah.memberId,
      memberId: null,
      reporterName: 'Ruth',
    });
    const user = await makeMember('USER', 'Una');
    await expect(fileForOther(user, rawReport())).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a user lists and reads the own ones only, page by page', async () => {
    const user = await makeMember('USER', 'Una');
    const mine: string[] = [];
    for (let count = 0; count < 3; count += 1) mine.unshift((await fileReport(user, rawReport())).ref);
    const first = await listReports(user, { limit: 2 });
    expect(first.rows.map((row) => row.ref)).toEqual(mine.slice(0, 2));
    const second = await listReports(user, { limit: 2, after: first.next ?? undefined });
    expect(second).toMatchObject({ rows: [{ ref: mine[2] }], next: null });
    expect(await readReport(user, { ref: mine[0] ?? '' })).toMatchObject({ channel: 'BROWSER' });
    await expect(readReport(user, { ref })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a developer reads the reports of the services of their team', async () => {
    const dev = await makeMember('DEVELOPER', 'Devi');
    const serviceId = newId();
    await db().service.create({ data: { id: serviceId, slug: 'devs', name: 'Devs', ownerId: dev.memberId } });
    await expect(readReport(dev, { ref })).rejects.toMatchObject({ code: 'forbidden' });
    await db().report.update({ where: { id }, data: { serviceId } });
    expect(await readReport(dev, { ref })).toMatchObject({ service: { slug: 'devs' } });
    const key = caller({ kind: 'key', keyId: newId(), role: 'USER' });
    await expect(listReports(key, {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});
