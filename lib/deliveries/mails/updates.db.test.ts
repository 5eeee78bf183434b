import { beforeAll, describe, expect, test } from 'vitest';
import { db, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { updateRecipients } from '@/lib/deliveries/queries/recipients';
import { type Office, openOffice, readMail } from '@/lib/deliveries/testing/office';
import { confirmedSubscriber, deliveriesTo, tellEverybody } from '@/lib/deliveries/testing/people';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { settings } from '@/lib/platform/process/environment';
import { verifyLinkToken } from '@/lib/platform/secrets/link-token';
import { toldTime } from '@/lib/platform/testing/told-time';
import { fileReport } from '@/lib/reports/commands/file';
import { caller, fromForm, makeMember, visitor } from '@/lib/reports/testing/people-and-incidents';
import { unsubscribe } from '@/lib/subscribers/commands/unsubscribe';
import { linkReport } from '@/lib/triage/commands/link';
import { editUpdate } from '@/lib/updates/commands/edit';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});

describe('an update', () => {
  test('goes once to each reporter and to each matching subscriber, with the promise in the subject', async () => {
    await confirmedSubscriber({ email: 'all@westfield.example' });
    await confirmedSubscriber({ email: 'records@westfield.example', services: [office.records.slug] });
    await confirmedSubscriber({ email: 'search@westfield.example', services: [office.search.slug] });
    await confirmedSubscriber({ email: 'mild@westfield.example', minimumSeverity: 'CRITICAL' });
    await confirmedSubscriber({ email: 'both@westfield.example' });
    const left = await confirmedSubscriber({ email: 'left@westfield.example' });
    await unsubscribe(caller({ kind: 'subscriber', subscriberId: left }), { subscriberId: left });
    await db().suppression.create({
      data: { channel: 'EMAIL', address: 'bounced@westfield.example', reason: 'BY_HAND' },
    });
    await confirmedSubscriber({ email: 'bounced@westfield.example' });
    const { ref } = await office.declare({ severity: 'SEVERE', title: 'Parts of Case Records are missing' });
    for (const email of ['both@westfield.example', 'twice@westfield.example', 'twice@westfield.example']) {
      await office.joinedReport(email, ref);
    }
    await office.joinedReport('quiet@westfield.example', ref, { wantsUpdates: false });
    await office.joinedReport('Both@Westfield.example', ref);
    const expected = await updateRecipients(office.tom, { ref });
    await tellEverybody();
    const { updateId } = await publishUpdate(office.tom, {
      ref,
      audience: 'PUBLIC',
      text: 'A disk controller **failed**. \uE000stop\uE001 <script>alert(1)</script>',
      next: { minutes: 30 },
    });
    await tellEverybody();
    await confirmedSubscriber({ email: 'late@westfield.example' });
    await pool().query("update consumer_cursor set position = 0 where name = 'deliveries'");
    await tellEverybody();

    const rows = await db().delivery.findMany({ where: { updateId }, include: { content: true } });
    expect(
      rows.map(({ address, recipientKind, state }) => `${recipientKind} ${address} ${state}`).sort(),
    ).toEqual([
      'REPORTER both@westfield.example PENDING',
      'REPORTER twice@westfield.example PENDING',
      'SUBSCRIBER all@westfield.example PENDING',
      'SUBSCRIBER bounced@westfield.example SUPPRESSED',
      'SUBSCRIBER records@westfield.example PENDING',
    ]);
    const sent = (kind: string) =>
      rows.filter(({ recipientKind, state }) => recipientKind === kind && state === 'PENDING').length;
    expect(expected).toEqual({ reporters: sent('REPORTER'), subscribers: sent('SUBSCRIBER') });
    expect(new Set(rows.map(({ contentId }) => contentId)).size).toBe(2);
    expect(rows[0]?.subject).toMatch(
      new RegExp(`^Parts of Case Records are missing: looking for the cause\\. Next update by ${toldTime}$`),
    );
    const subscriber = readMail(rows.find(({ address }) => address === 'all@westfield.example'));
    expect(subscriber.html).toContain('<strong>failed</strong>');
    expect(subscriber.html).not.toContain('<script>');
    expect(subscriber.text).toContain(`${settings().url}/status/${ref}`);
    const [, token = ''] = /Change what you get: \S+\/subscriptions\/(\S+)/.exec(subscriber.text) ?? [];
    expect(verifyLinkToken('subscription-manage', token)).not.toBeNull();
    expect(subscriber.text.match(/\/subscriptions\//g)).toHaveLength(1);
    const reporter = readMail(rows.find(({ address }) => address === 'both@westfield.example'));
    expect(reporter.text).toMatch(/Sent \d\d:\d\d UTC because you reported R-\w{6}/);
  });

  test('for the reporters alone reaches no subscriber, and for the team nobody', async () => {
    await confirmedSubscriber({ email: 'page@southway.example' });
    const { ref } = await office.declare();
    await office.joinedReport('owen@southway.example', ref);
    const asked = await publishUpdate(office.tom, {
      ref,
      audience: 'REPORTERS',
      text: 'Try the other door.',
    });
    const { reporters } = await updateRecipients(office.tom, { ref });
    await expect(updateRecipients(await makeMember('DEVELOPER', 'Devi'), { ref })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const inside = await publishUpdate(office.tom, {
      ref,
      audience: 'INTERNAL',
      text: 'It is the controller.',
    });
    await tellEverybody();
    const of = async (updateId: string) =>
      (await db().delivery.findMany({ where: { updateId } })).map(({ address }) => address);
    expect(await of(asked.updateId)).toEqual(['owen@southway.example']);
    expect(reporters).toBe(1);
    expect(await of(inside.updateId)).toEqual([]);
  });

  test('goes to a subscriber as to one, whatever a stranger reports with the address', async () => {
    const email = 'signed-up@southway.example';
    await confirmedSubscriber({ email });
    const { ref } = await office.declare();
    const service = office.records.slug;
    const filed = await fileReport(visitor(), fromForm({ email, service, wantsUpdates: true }));
    await linkReport(office.tom, { ref: filed.ref, version: 1, incidentRef: ref });
    const { updateId } = await publishUpdate(office.tom, {
      ref,
      audience: 'PUBLIC',
      text: 'It is the disk.',
      next: { minutes: 30 },
    });
    await tellEverybody();
    const mails = await db().delivery.findMany({ where: { updateId, address: email } });
    expect(mails.map(({ recipientKind }) => recipientKind)).toEqual(['SUBSCRIBER']);
  });

  test('edited, goes to those who got it before, and says that it is a correction', async () => {
    await confirmedSubscriber({ email: 'edit@southway.example' });
    const { ref } = await office.declare();
    const { updateId } = await publishUpdate(office.tom, {
      ref,
      audience: 'PUBLIC',
      text: 'Back by noon.',
      next: { minutes: 30 },
    });
    await tellEverybody();
    await confirmedSubscriber({ email: 'after-edit@southway.example' });
    await editUpdate(office.tom, {
      id: updateId,
      version: 1,
      text: 'Back by one.',
      reason: 'The time was wrong.',
    });
    await tellEverybody();
    const mine = await db().delivery.findMany({
      where: { updateId, address: 'edit@southway.example' },
      include: { content: true },
      orderBy: { createdAt: 'asc' },
    });
    expect(mine.map(({ purpose }) => purpose)).toEqual(['update', 'update-edited']);
    expect(mine[1]?.subject).toMatch(/^Corrected: /);
    expect(readMail(mine[1]).text).toContain('> The time was wrong.');
    expect(readMail(mine[1]).text).toContain('Back by one.');
    expect(await db().delivery.count({ where: { updateId, address: 'after-edit@southway.example' } })).toBe(
      0,
    );
  });

  test('that resolves asks each reporter with the same words, once', async () => {
    await confirmedSubscriber({ email: 'resolved@southway.example' });
    const { ref } = await office.declare();
    await office.joinedReport('fixed@southway.example', ref);
    await tellEverybody();
    const before = (await deliveriesTo('fixed@southway.example')).length;
    await resolveIncident(office.tom, { ref, text: 'The controller is replaced.', reason: 'It was quick.' });
    await tellEverybody();
    const added = (await deliveriesTo('fixed@southway.example')).slice(before);
    expect(added.map(({ purpose, subject }) => [purpose, subject])).toEqual([
      ['report-fixed', 'Case Records: is it working for you now?'],
    ]);
    expect(readMail(added[0]).text).toContain('The controller is replaced.');
    const page = (await deliveriesTo('resolved@southway.example')).at(-1);
    expect(page?.subject).toBe('Case Records: back to normal');
  });
});
