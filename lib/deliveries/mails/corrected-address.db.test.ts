import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { type Office, openOffice, readMail } from '@/lib/deliveries/testing/office';
import { confirmedSubscriber, deliveriesTo, tellEverybody } from '@/lib/deliveries/testing/people';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';
import { newId } from '@/lib/platform/ids';
import { correctReport } from '@/lib/reports/commands/correct';
import { fileReport } from '@/lib/reports/commands/file';
import { fileForOther } from '@/lib/reports/commands/file-for-other';
import { openLink } from '@/lib/reports/links/open-link';
import { fromForm, rawReport, reporterOf, visitor } from '@/lib/reports/testing/people-and-incidents';
import { askReport } from '@/lib/triage/commands/ask';
import { linkReport } from '@/lib/triage/commands/link';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});

const someone = () => `${newId()}@westfield.example`;
const stored = (ref: string) => db().report.findUniqueOrThrow({ where: { ref }, include: { tokens: true } });

/** What a mail asks to confirm with. */
async function confirmLink(email: string): Promise<string> {
  const [mail] = (await deliveriesTo(email)).filter(({ purpose }) => purpose === 'report-confirm');
  const token = /\/report\/confirm\/([\w.~-]+)/.exec(readMail(mail).text)?.[1];
  if (!token) throw new Error('The mail has no link.');
  return token;
}

test('whoever corrects the address of a held report is asked there, and the link before ends', async () => {
  const [wrong, right] = [someone(), someone()];
  const { ref } = await fileReport(visitor(), fromForm({ email: wrong, website: 'https://pills.example' }));
  await tellEverybody();
  const before = await confirmLink(wrong);
  expect(await openLink('report-confirm', before)).toMatchObject({ state: 'open' });
  const { id } = await stored(ref);
  await correctReport(reporterOf(id), { ref, version: 1, email: right });
  await tellEverybody();
  expect(await openLink('report-confirm', before)).toMatchObject({ state: 'expired' });
  expect(await openLink('report-confirm', await confirmLink(right))).toMatchObject({ state: 'open' });
  await correctReport(reporterOf(id), { ref, version: 2, name: 'Dana' });
  await tellEverybody();
  expect(await deliveriesTo(right)).toHaveLength(1);
});

test('a held report always has an address that releases it, and is no way to mail one stranger after the other', async () => {
  const { ref } = await fileReport(
    visitor(),
    fromForm({ email: someone(), website: 'https://pills.example' }),
  );
  const { id } = await stored(ref);
  await expect(correctReport(reporterOf(id), { ref, version: 1, email: '' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { email: [expect.any(String)] },
  });
  let version = 1;
  for (let tries = 0; tries < 10; tries += 1)
    ({ version } = await correctReport(reporterOf(id), { ref, version, email: someone() }));
  await expect(correctReport(reporterOf(id), { ref, version, email: someone() })).rejects.toMatchObject({
    code: 'rate_limited',
  });
  expect(await correctReport(reporterOf(id), { ref, version, name: 'Dana' })).toMatchObject({ ref });
});

test('nobody is asked about a report that is read already', async () => {
  const [wrong, right] = [someone(), someone()];
  const { ref } = await fileReport(visitor(), fromForm({ email: wrong }));
  await correctReport(reporterOf((await stored(ref)).id), { ref, version: 1, email: right });
  await tellEverybody();
  expect((await deliveriesTo(right)).filter(({ purpose }) => purpose === 'report-confirm')).toEqual([]);
});

test('the address that a reporter typed instead of that of the desk or of a key is one of a stranger', async () => {
  const name = 'Pills at pills.example';
  const desk = await fileForOther(office.tom, rawReport({ name, email: someone(), wantsUpdates: true }));
  const { ref: keyed } = await office.reportBy(someone(), { name });
  const { ref: incidentRef } = await office.declare();
  for (const ref of [desk.ref, keyed]) {
    const victim = someone();
    await confirmedSubscriber({ email: victim });
    const { id } = await stored(ref);
    await correctReport(reporterOf(id), { ref, version: 1, email: victim });
    await askReport(office.tom, { ref, text: 'Since when?', version: 2 });
    await linkReport(office.tom, { ref, incidentRef, version: 3 });
    await tellEverybody();
    const update = { audience: 'PUBLIC', text: 'We are looking.', next: { minutes: 30 } } as const;
    await publishUpdate(office.tom, { ref: incidentRef, ...update });
    await tellEverybody();
    const mails = await deliveriesTo(victim);
    const question = mails.find(({ purpose }) => purpose === 'report-question');
    expect(readMail(question).text).toContain('This was not me');
    for (const mail of mails) expect(readMail(mail).text).not.toContain('pills.example');
    // What they confirmed themselves is not replaced by what somebody else typed.
    expect(mails.at(-1)).toMatchObject({ purpose: 'update', recipientKind: 'SUBSCRIBER' });
  }
});
