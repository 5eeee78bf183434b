import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { readRefusal } from '@/lib/deliveries/queries/read-refusal';
import { readMail } from '@/lib/deliveries/testing/office';
import { deliveriesTo, tellEverybody } from '@/lib/deliveries/testing/people';
import { anonymous } from '@/lib/members/testing/people';
import { newId } from '@/lib/platform/ids';
import { linkToken } from '@/lib/platform/secrets/link-token';
import { readSubjectEvents } from '@/lib/platform/testing/subject-events';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { correctReport } from '@/lib/reports/commands/correct';
import { fileReport } from '@/lib/reports/commands/file';
import { releaseReport } from '@/lib/reports/commands/release';
import { fromForm, makeMember, reporterOf, visitor } from '@/lib/reports/testing/people-and-incidents';
import { confirmSubscription } from '@/lib/subscribers/commands/confirm';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import { refuseDelivery } from './refuse';
import { withdrawRefusal } from './withdraw-refusal';

testDatabase();

const someone = () => `${newId()}@${newId()}.example`;
const states = async (email: string) =>
  (await deliveriesTo(email)).map(({ state, suppressReason }) => suppressReason ?? state);

/** The link “This was not me” of a mail. */
function refusalIn(mail: Parameters<typeof readMail>[0]): { token: string } {
  const [, token = ''] = /\/not-me\/([\w-]+)/.exec(readMail(mail).text) ?? [];
  return { token };
}

test('a mail to an address that a stranger typed has no word of theirs', async () => {
  const email = someone();
  const name = 'Buy pills at pills.example';
  for (const website of ['', 'https://pills.example'])
    await fileReport(visitor(), fromForm({ email, name, description: name, website }));
  await tellEverybody();
  const mails = await deliveriesTo(email);
  expect(mails.map(({ purpose }) => purpose)).toEqual(['report-receipt', 'report-confirm']);
  for (const mail of mails) {
    expect(mail.recipientName).toBeNull();
    expect(JSON.stringify([readMail(mail), mail.subject])).not.toMatch(/pills/i);
  }
});

test('a member is greeted by name at the own address, and at no other one', async () => {
  const farah = await makeMember('USER', 'Farah');
  await fileReport(farah, fromForm({ name: 'Farah', email: farah.email }));
  const other = someone();
  await fileReport(farah, fromForm({ name: 'Farah', email: other }));
  await tellEverybody();
  const [[own], [foreign]] = [await deliveriesTo(farah.email), await deliveriesTo(other)];
  expect(readMail(own).text).toContain('Hello Farah,');
  expect(readMail(own).text).not.toContain('/not-me/');
  expect(readMail(foreign).text).not.toContain('Farah');
});

test('one address gets a dozen a day of them, however many networks ask, and another one still its own', () =>
  withinOneWindow(86_400, async () => {
    const [victim, other] = [someone(), someone()];
    for (let sent = 0; sent < 16; sent += 1) await fileReport(visitor(), fromForm({ email: victim }));
    await fileReport(visitor(), fromForm({ email: other }));
    await tellEverybody();
    const all = await states(victim);
    expect(all.filter((state) => state === 'PENDING')).toHaveLength(12);
    expect(all.filter((state) => state === 'TOO_MANY')).toHaveLength(4);
    expect(await states(other)).toEqual(['PENDING']);
  }));

test('“This was not me” ends all mails to the address, once, until its owner confirms it', async () => {
  const email = someone();
  await fileReport(visitor(), fromForm({ email }));
  await subscribe(visitor(), { email });
  await tellEverybody();
  const [receipt, question] = await deliveriesTo(email);
  expect(question?.purpose).toBe('subscription-confirm');
  expect(refusalIn(question).token).not.toBe('');
  await refuseDelivery(anonymous(), refusalIn(receipt));
  await refuseDelivery(anonymous(), refusalIn(receipt));
  await fileReport(visitor(), fromForm({ email }));
  await subscribe(visitor(), { email });
  await tellEverybody();
  expect(await states(email)).toEqual(['PENDING', 'PENDING', 'COMPLAINED', 'COMPLAINED']);
  const said = { type: 'delivery.refused', subjects: { some: { subjectId: receipt?.id ?? '' } } };
  expect(await db().event.count({ where: said })).toBe(1);

  const { id } = await db().subscriber.findFirstOrThrow({ where: { address: email } });
  await confirmSubscription(
    { ...anonymous(), actor: { kind: 'subscriber', subscriberId: id } },
    { subscriberId: id },
  );
  await tellEverybody();
  await fileReport(visitor(), fromForm({ email }));
  await tellEverybody();
  expect((await states(email)).at(-1)).toBe('PENDING');
});

const tagged = (email: string, tag: string | number) => email.replace('@', `+${tag}@`);

test('a mailbox is counted as one, whatever +tag stands in its address', () =>
  withinOneWindow(86_400, async () => {
    const victim = someone();
    const addresses = Array.from({ length: 14 }, (_, number) => tagged(victim, number));
    for (const email of addresses) await fileReport(visitor(), fromForm({ email }));
    await tellEverybody();
    const all = (await Promise.all(addresses.map(states))).flat();
    expect(all.filter((state) => state === 'PENDING')).toHaveLength(12);
    expect(all.filter((state) => state === 'TOO_MANY')).toHaveLength(2);
  }));

test('a mailbox of Gmail is counted as one, wherever dots stand in its address', () =>
  withinOneWindow(86_400, async () => {
    const name = newId().replaceAll('-', '').slice(0, 20);
    const addresses = Array.from(
      { length: 14 },
      (_, dot) => `${name.slice(0, dot + 1)}.${name.slice(dot + 1)}@${dot % 2 ? 'gmail' : 'googlemail'}.com`,
    );
    for (const email of addresses) await fileReport(visitor(), fromForm({ email }));
    await tellEverybody();
    const all = (await Promise.all(addresses.map(states))).flat();
    expect(all.filter((state) => state === 'PENDING')).toHaveLength(12);
    expect(all.filter((state) => state === 'TOO_MANY')).toHaveLength(2);
  }));

test('“This was not me” is said for a mailbox, whatever +tag stands in its address', async () => {
  const email = someone();
  await fileReport(visitor(), fromForm({ email: tagged(email, 'a') }));
  await tellEverybody();
  const [receipt] = await deliveriesTo(tagged(email, 'a'));
  await refuseDelivery(anonymous(), refusalIn(receipt));
  for (const other of [email, tagged(email, 'b'), `x${email}`])
    await fileReport(visitor(), fromForm({ email: other }));
  await tellEverybody();
  expect(await states(email)).toEqual(['COMPLAINED']);
  expect(await states(tagged(email, 'b'))).toEqual(['COMPLAINED']);
  expect(await states(`x${email}`)).toEqual(['PENDING']);
});

test('whoever reads the mailbox takes “This was not me” back behind the same link, and mails come again', async () => {
  const email = someone();
  await fileReport(visitor(), fromForm({ email: tagged(email, 'a') }));
  await fileReport(visitor(), fromForm({ email: someone() }));
  await tellEverybody();
  const [receipt] = await deliveriesTo(tagged(email, 'a'));
  const link = refusalIn(receipt);
  const read = () => readRefusal(anonymous(), link);
  expect(await read()).toEqual({ email: tagged(email, 'a'), refused: false });
  await refuseDelivery(anonymous(), link);
  expect(await read()).toMatchObject({ refused: true });
  await subscribe(visitor(), { email });
  await tellEverybody();
  expect(await states(email)).toEqual(['COMPLAINED']);
  await withdrawRefusal(anonymous(), link);
  await withdrawRefusal(anonymous(), link);
  expect(await read()).toMatchObject({ refused: false });
  await subscribe(visitor(), { email });
  await tellEverybody();
  expect(await states(email)).toEqual(['COMPLAINED', 'PENDING']);
  const said = await readSubjectEvents('delivery', receipt?.id ?? '');
  expect(said.map(({ type }) => type)).toEqual(['delivery.refused', 'delivery.refusalWithdrawn']);
  expect(JSON.stringify(said.map(({ data }) => data))).not.toContain(email);
});

test('whoever confirms a report from the same mailbox is written to again', async () => {
  const email = someone();
  await fileReport(visitor(), fromForm({ email, website: 'https://pills.example' }));
  await tellEverybody();
  const [question] = await deliveriesTo(email);
  expect(question?.purpose).toBe('report-confirm');
  await refuseDelivery(anonymous(), refusalIn(question));
  const { id } = await db().report.findFirstOrThrow({ where: { reporterEmail: email } });
  await releaseReport(reporterOf(id), { ref: id });
  await tellEverybody();
  expect(await states(email)).toEqual(['PENDING', 'PENDING']);
});

test('nobody takes it back for another by putting their address into a report of their own', async () => {
  const [mine, victim] = [someone(), someone()];
  await fileReport(visitor(), fromForm({ email: victim }));
  await fileReport(visitor(), fromForm({ email: mine, website: 'https://pills.example' }));
  await tellEverybody();
  const link = refusalIn((await deliveriesTo(victim))[0]);
  await refuseDelivery(anonymous(), link);
  const { id, ref } = await db().report.findFirstOrThrow({ where: { reporterEmail: mine } });
  await correctReport(reporterOf(id), { ref, version: 1, email: victim });
  await releaseReport(reporterOf(id), { ref });
  await tellEverybody();
  expect(await readRefusal(anonymous(), link)).toMatchObject({ refused: true });
  // The receipt, the question of the report that names them, and its receipt.
  expect(await states(victim)).toEqual(['PENDING', 'COMPLAINED', 'COMPLAINED']);
});

test('the link of a mail to somebody else takes nothing back', async () => {
  const [email, other] = [someone(), someone()];
  for (const to of [email, other]) await fileReport(visitor(), fromForm({ email: to }));
  await tellEverybody();
  const [[mail], [otherMail]] = [await deliveriesTo(email), await deliveriesTo(other)];
  await refuseDelivery(anonymous(), refusalIn(mail));
  await withdrawRefusal(anonymous(), refusalIn(otherMail));
  expect(await readRefusal(anonymous(), refusalIn(mail))).toMatchObject({ refused: true });
});

test('whoever says it and takes it back again and again is stopped', () =>
  withinOneWindow(3_600, async () => {
    const email = someone();
    await fileReport(visitor(), fromForm({ email }));
    await tellEverybody();
    const link = refusalIn((await deliveriesTo(email))[0]);
    const tries = Array.from({ length: 24 }, async (_, number) => {
      const call = number % 2 === 0 ? refuseDelivery : withdrawRefusal;
      return await call(anonymous({ addressBlock: newId().replaceAll('-', '') }), link).catch(
        ({ code }) => code,
      );
    });
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === 'rate_limited')).toHaveLength(4);
  }));

test('a link of another kind, or of no mail, refuses nothing and takes nothing back', async () => {
  for (const token of ['', 'x'.repeat(54), newId(), linkToken('unsubscribe', newId())])
    for (const call of [refuseDelivery, withdrawRefusal, readRefusal])
      await expect(call(anonymous(), { token })).rejects.toMatchObject({ code: 'not_found' });
});
