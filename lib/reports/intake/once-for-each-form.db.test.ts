import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { newId } from '@/lib/platform/ids';
import type { FileReportRaw } from '@/lib/reports/schema';
import { makeService, rawReport, visitor } from '@/lib/reports/testing/people-and-incidents';
import { acceptReport } from '@/lib/spool/accept-report';
import { newFormStamp } from './form-stamp';
import { formKeyText, onceForEachForm } from './once-for-each-form';

testDatabase();

beforeAll(async () => {
  await makeService('shop');
  await makeService('vault');
});

/** A form as a browser gets it, some time before it is sent. */
function newForm() {
  const clientKey = newId();
  return { clientKey, stamp: newFormStamp(clientKey, Date.now() - 60_000) };
}

const words = (description: string): FileReportRaw => rawReport({ service: 'shop', description });

async function send(raw: FileReportRaw, more: { again?: string; lastSent?: string } = {}) {
  const { again, lastSent } = more;
  const ctx = visitor();
  const wanted = await onceForEachForm(ctx, raw, { again, lastSent });
  return 'corrected' in wanted ? wanted.corrected : await acceptReport(ctx, wanted.raw);
}

const count = () => db().report.count();

test('a form that is sent, gone back to and sent again is one report', async () => {
  const [first, second] = [newForm(), newForm()];
  const sent = await send({ ...words('The shop is shut.'), ...first });
  const before = await count();
  const again = await send({ ...words('The shop is shut.'), ...second }, { lastSent: formKeyText(first) });
  expect(again.ref).toBe(sent.ref);
  expect(await count()).toBe(before);
});

test.each(['its own key', 'the form sent last'])(
  'sent again with other words by %s it asks, and corrects the first one or is another',
  async (by) => {
    const [first, second] = [newForm(), newForm()];
    const sent = await send({ ...words('The shop is slow.'), ...first });
    const edited: FileReportRaw = {
      ...words('The shop is slow since noon.'),
      ...(by === 'its own key' ? first : second),
      experience: 'SMALL',
    };
    const lastSent = by === 'its own key' ? {} : { lastSent: formKeyText(first) };
    await expect(send(edited, lastSent)).rejects.toMatchObject({
      fields: { again: [expect.stringContaining(sent.ref)] },
    });
    const before = await count();
    const corrected = await send(edited, { ...lastSent, again: 'correct' });
    expect(corrected.ref).toBe(sent.ref);
    expect(await count()).toBe(before);
    const { messages, ...row } = await db().report.findUniqueOrThrow({
      where: { ref: sent.ref },
      include: { messages: true },
    });
    expect(row).toMatchObject({ description: 'The shop is slow.', claimedSeverity: 'TRIVIAL' });
    expect(messages.map(({ body }) => body)).toEqual(['The shop is slow since noon.']);

    const other = await send(edited, { ...lastSent, again: 'new' });
    expect(other.ref).not.toBe(sent.ref);
    expect((await send(edited, { ...lastSent, again: 'new' })).ref).toBe(other.ref);
    expect(await count()).toBe(before + 1);
  },
);

test('a correction that is sent twice, also from a page that somebody went back to, adds its words once', async () => {
  const first = newForm();
  const { ref } = await send({ ...words('The shop is late.'), ...first });
  const [correction, lastSent] = [words('The shop is late since nine.'), formKeyText(first)];
  for (const form of [first, first, newForm()]) {
    expect((await send({ ...correction, ...form }, { lastSent, again: 'correct' })).ref).toBe(ref);
  }
  expect(await db().reportMessage.findMany({ where: { report: { ref } }, select: { body: true } })).toEqual([
    { body: 'The shop is late since nine.' },
  ]);
});

test('another problem with another service asks nothing', async () => {
  const [first, second] = [newForm(), newForm()];
  const sent = await send({ ...words('The shop is gone.'), ...first });
  const other = { ...words('The vault is locked.'), ...second, service: 'vault' };
  expect((await send(other, { lastSent: formKeyText(first) })).ref).not.toBe(sent.ref);
});

test('a key without the stamp that came with it says nothing of its report', async () => {
  const [first, second] = [newForm(), newForm()];
  await send({ ...words('The shop is dark.'), ...first });
  const lastSent = formKeyText({ clientKey: first.clientKey, stamp: second.stamp });
  await expect(send({ ...words('The shop is dark.'), ...newForm() }, { lastSent })).resolves.toMatchObject({
    state: 'NEW',
  });
});
