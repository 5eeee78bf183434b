import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeIncident, makeMember } from '@/lib/reports/testing/people-and-incidents';
import { insertUpdate } from '@/lib/updates/write';
import { editUpdate } from './edit';

testDatabase();

let tom: Context & { memberId: string };
let incidentId: string;

beforeAll(async () => {
  tom = await makeMember('RESPONDER', 'Tom');
  incidentId = await makeIncident(7000);
});

async function published(): Promise<string> {
  const text = 'We look at the network.';
  const facts = { incidentId, audience: 'PUBLIC', stage: 'TRIAGED', next: null, memberId: null } as const;
  return await insertUpdate(db(), { ...facts, text, now: new Date() });
}

describe('editing an update', () => {
  test('adds a revision with its reason and keeps the earlier words', async () => {
    const id = await published();
    const edit = { id, version: 1, text: 'We look at the database.', reason: 'It was not the network.' };
    expect(await editUpdate(tom, edit)).toEqual({ id, revision: 2, version: 2 });
    const row = await db().update.findUniqueOrThrow({
      where: { id },
      include: { revisions: { orderBy: { number: 'asc' } } },
    });
    expect(row.revision).toBe(2);
    expect(row.revisions).toMatchObject([
      { number: 1, body: 'We look at the network.', reason: null },
      { number: 2, body: edit.text, reason: edit.reason, authorId: tom.memberId },
    ]);
    const event = await db().event.findFirstOrThrow({ where: { type: 'update.edited' } });
    expect(event.data).toEqual({
      updateId: id,
      revision: 2,
      audience: 'PUBLIC',
      incidentId,
    });
  });

  test('is done by one of two at the same version, and tells the other who it was', async () => {
    const id = await published();
    const mei = await makeMember('MANAGER', 'Mei');
    const edit = (ctx: Context, text: string) =>
      editUpdate(ctx, { id, version: 1, text, reason: 'Clearer.' });
    const outcomes = await Promise.allSettled([edit(tom, 'One.'), edit(mei, 'Two.')]);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    const winner = outcomes[0]?.status === 'fulfilled' ? 'Tom' : 'Mei';
    expect(lost?.reason).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`${winner} changed this update in between, at `),
      details: { by: winner, act: 'Update edited: revision 2', version: 2 },
    });
    expect(await db().updateRevision.count({ where: { updateId: id } })).toBe(2);
  });

  test('refuses other roles, the same words, an empty reason, and what is not there', async () => {
    const id = await published();
    const edit = { id, version: 1, text: 'Other words.', reason: 'Clearer.' };
    await expect(editUpdate(await makeMember('DEVELOPER'), edit)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const same = { ...edit, text: 'We look at the network.' };
    await expect(editUpdate(tom, same)).rejects.toMatchObject({ code: 'conflict' });
    await expect(editUpdate(tom, { ...edit, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(editUpdate(tom, { ...edit, id: newId() })).rejects.toMatchObject({ code: 'not_found' });
    const ctx = { ...tom, idempotencyKey: newId() };
    expect(await editUpdate(ctx, edit)).toEqual(await editUpdate(ctx, edit));
  });
});
