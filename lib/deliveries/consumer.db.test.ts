import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { type Office, openOffice, readMail } from '@/lib/deliveries/testing/office';
import { deliveriesTo, fileAs, tellEverybody } from '@/lib/deliveries/testing/people';
import { assignRole } from '@/lib/incidents/commands/assign-role';
import { regradeIncident } from '@/lib/incidents/commands/regrade';
import { newId } from '@/lib/platform/ids';
import { settings } from '@/lib/platform/process/environment';
import { toldTime } from '@/lib/platform/testing/told-time';
import { fileReport } from '@/lib/reports/commands/file';
import { newFormStamp } from '@/lib/reports/intake/form-stamp';
import { openLink } from '@/lib/reports/links/open-link';
import { caller, makeMember, visitor } from '@/lib/reports/testing/people-and-incidents';
import { askReport } from '@/lib/triage/commands/ask';
import { declineReport } from '@/lib/triage/commands/decline';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});

describe('a reporter', () => {
  test('gets a receipt with the reference and a private link that opens the report', async () => {
    const report = await office.reportBy('nadia@eastgate.example', { name: 'Nadia' });
    await tellEverybody();
    const [receipt, ...others] = await deliveriesTo('nadia@eastgate.example');
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({
      purpose: 'report-receipt',
      state: 'PENDING',
      subject: `We have your report ${report.ref} about Case Records`,
      recipientName: 'Nadia',
      reportId: report.id,
    });
    const { html, text } = readMail(receipt);
    const [, token = ''] = /https:\/\/status\.example\/track\/([\w-]+)/.exec(text) ?? [];
    expect(await openLink('tracking', token)).toMatchObject({ state: 'open', reportId: report.id });
    expect(html).toContain(`${settings().url}/track/${token}`);
    expect(receipt?.content?.html).not.toContain(token);
    expect(html).not.toMatch(/[\uE000\uE001]/);
  });

  test('who left no address, or an alert, gets nothing', async () => {
    const before = await db().delivery.count();
    await fileAs('', { service: office.records.slug, wantsUpdates: false });
    await tellEverybody();
    expect(await db().delivery.count()).toBe(before);
  });

  test('of a held report is asked to confirm first', async () => {
    const clientKey = newId();
    const raw = { experience: 'UNUSABLE' as const, description: 'Odd.', clientKey, website: 'https://spam' };
    const stamp = newFormStamp(clientKey, Date.now() - 60_000);
    await fileReport(visitor(), { ...raw, stamp, email: 'held@eastgate.example' });
    await tellEverybody();
    const [held, ...others] = await deliveriesTo('held@eastgate.example');
    expect(others).toEqual([]);
    expect(held?.purpose).toBe('report-confirm');
    const [, token = ''] = /\/report\/confirm\/([\w-]+)/.exec(readMail(held).text) ?? [];
    expect(await openLink('report-confirm', token)).toMatchObject({ state: 'open' });
  });

  test('hears the question, the reason of a decline, and that a person works on it', async () => {
    const asked = await office.reportBy('asked@eastgate.example');
    await askReport(office.tom, {
      ref: asked.ref,
      version: asked.version,
      text: 'Which page?\n<b>Search</b>?',
    });
    const declined = await office.reportBy('declined@eastgate.example');
    await declineReport(office.tom, {
      ref: declined.ref,
      version: declined.version,
      reason: 'It is planned work.',
    });
    const { ref } = await office.declare({ title: 'Pages are slow' });
    await office.joinedReport('joined@eastgate.example', ref);
    await tellEverybody();
    const purposes = async (address: string) => (await deliveriesTo(address)).map(({ purpose }) => purpose);
    expect(await purposes('asked@eastgate.example')).toEqual(['report-receipt', 'report-question']);
    const question = readMail((await deliveriesTo('asked@eastgate.example'))[1]);
    expect(question.text).toContain('> Which page?\n> <b>Search</b>?');
    expect(question.html).toContain('&lt;b&gt;Search&lt;/b&gt;');
    const [, decline] = await deliveriesTo('declined@eastgate.example');
    expect(decline?.purpose).toBe('report-declined');
    expect(readMail(decline).text).toContain('> It is planned work.');
    const [, linked] = await deliveriesTo('joined@eastgate.example');
    expect(linked?.purpose).toBe('report-linked');
    expect(readMail(linked).text).toMatch(/“Pages are slow”, which we treat as Critical/);
    expect(readMail(linked).text).toMatch(
      new RegExp(`We’ll write again by ${toldTime}, even if nothing has changed`),
    );
  });
});

describe('others', () => {
  test('a re-grading tells the reporters why', async () => {
    const { ref } = await office.declare();
    await office.joinedReport('grade@southway.example', ref);
    await regradeIncident(office.tom, { ref, severity: 'MODERATE', reason: 'There is a way around it.' });
    await tellEverybody();
    const last = (await deliveriesTo('grade@southway.example')).at(-1);
    expect(last).toMatchObject({
      purpose: 'incident-regraded',
      subject: 'Case Records: we now treat this as Moderate',
    });
    expect(readMail(last).text).toContain('> There is a way around it.');
  });

  test('a member is told of a role that somebody else gave', async () => {
    const farah = await makeMember('RESPONDER', 'Farah');
    const { ref } = await office.declare();
    await assignRole(office.priya, { ref, role: 'MANAGER', memberId: farah.memberId });
    await assignRole(farah, { ref, role: 'SCRIBE', memberId: farah.memberId });
    await tellEverybody();
    const mails = await deliveriesTo(farah.email);
    expect(mails.map(({ purpose }) => purpose)).toEqual(['role-assigned']);
    expect(mails[0]?.subject).toBe(`You are incident manager of ${ref}: Case Records is not available`);
    expect(readMail(mails[0]).text).toContain(`${settings().url}/incidents/${ref}`);
  });

  test('a drill and yesterday tell nobody', async () => {
    const before = await db().delivery.count();
    const key = caller({ kind: 'key', keyId: newId(), role: 'USER' });
    const raw = { experience: 'UNUSABLE' as const, description: 'Away.', email: 'drill@southway.example' };
    await fileReport({ ...key, mode: 'DRILL' }, { ...raw, clientKey: newId() });
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    await fileReport({ ...key, now: yesterday }, { ...raw, clientKey: newId() });
    await tellEverybody();
    expect(await db().delivery.count()).toBe(before);
  });
});
