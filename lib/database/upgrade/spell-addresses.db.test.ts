import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { migrate } from '@/lib/database/migrate';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { newId } from '@/lib/platform/ids';

const { ownerUrl } = testDatabase();
const typed = 'kim@xn--bcher-kva.example';
const wide = 'kim@ｂücher.example';
const stored = 'kim@bücher.example';

/** As the first start of this version on the data of the one before. @returns what the start says */
async function upgrade(migration = 'spell_every_mailbox'): Promise<string[]> {
  await administer(ownerUrl, `delete from _prisma_migrations where migration_name like '%${migration}%'`);
  const lines: string[] = [];
  expect((await migrate(ownerUrl, (line) => lines.push(line))).applied).toHaveLength(1);
  return lines.slice(1);
}

async function member(email: string, more: { disabledAt?: Date; lastSignedInAt?: Date } = {}) {
  return await db().member.create({ data: { id: newId(), email, name: 'Kim', role: 'USER', ...more } });
}

async function subscriber(address: string, state: 'CONFIRMED' | 'PENDING' | 'UNSUBSCRIBED') {
  const id = newId();
  const confirmedAt = state === 'CONFIRMED' ? new Date() : null;
  const unsubscribeTokenHash = Buffer.from(id);
  await db().subscriber.create({
    data: { id, kind: 'EMAIL', address, state, confirmedAt, unsubscribeTokenHash },
  });
  return id;
}

test('whoever was stored under another spelling is found under the one that is compared', async () => {
  const { id } = await member(typed);
  await subscriber(typed, 'CONFIRMED');
  await db().invitation.create({
    data: { id: newId(), tokenHash: Buffer.from('a'), email: wide, role: 'USER', expiresAt: new Date() },
  });
  expect(await upgrade()).toEqual([]);
  expect(await db().member.findUnique({ where: { email: stored } })).toMatchObject({ id });
  expect(await db().subscriber.count({ where: { address: stored, state: 'CONFIRMED' } })).toBe(1);
  expect(await db().invitation.count({ where: { email: stored } })).toBe(1);
});

test('of two members of one mailbox the one who signs in gets the address, and the other is named', async () => {
  await db().member.deleteMany();
  const gone = await member(stored, { disabledAt: new Date() });
  const works = await member(typed, { lastSignedInAt: new Date() });
  const [line] = await upgrade();
  expect(line).toContain(gone.id);
  const rows = await db().member.findMany({
    select: { id: true, email: true },
    orderBy: { createdAt: 'asc' },
  });
  expect(rows).toEqual([
    { id: gone.id, email: typed },
    { id: works.id, email: stored },
  ]);
});

test('of three spellings of a subscriber one gets mails', async () => {
  await db().subscriber.deleteMany();
  const confirmed = await subscriber(typed, 'CONFIRMED');
  await subscriber(wide, 'CONFIRMED');
  await subscriber(stored, 'UNSUBSCRIBED');
  await upgrade();
  const rows = await db().subscriber.findMany({ where: { state: 'CONFIRMED' } });
  expect(rows).toMatchObject([{ address: stored }]);
  expect(await db().subscriber.count({ where: { id: confirmed } })).toBe(1);
});

test('of two open invitations the newer stays', async () => {
  await db().invitation.deleteMany();
  const invite = (email: string, at: string) =>
    db().invitation.create({
      data: {
        id: newId(),
        tokenHash: Buffer.from(email),
        email,
        role: 'USER',
        expiresAt: new Date(),
        createdAt: new Date(at),
      },
    });
  await invite(stored, '2026-01-01');
  const { id } = await invite(typed, '2026-01-02');
  await upgrade();
  const open = await db().invitation.findMany({ where: { revokedAt: null } });
  expect(open).toMatchObject([{ id, email: stored }]);
});

test('nothing is sent to an address that complained under any spelling', async () => {
  await db().suppression.createMany({
    data: [
      { channel: 'EMAIL', address: stored, reason: 'BOUNCED' },
      { channel: 'EMAIL', address: typed, reason: 'COMPLAINED' },
      { channel: 'EMAIL', address: 'ann@ＳＨＯＰ.example'.toLowerCase(), reason: 'BY_HAND' },
    ],
  });
  await upgrade();
  expect(
    await db().suppression.findMany({ select: { address: true, reason: true }, orderBy: { address: 'asc' } }),
  ).toEqual([
    { address: 'ann@shop.example', reason: 'BY_HAND' },
    { address: stored, reason: 'COMPLAINED' },
  ]);
});

test('nothing is sent to a mailbox that complained under other dots', async () => {
  await db().suppression.deleteMany();
  const rows = [
    ['k.im@gmail.com', 'COMPLAINED'],
    ['ki.m@googlemail.com', 'COMPLAINED'],
    ['kim@gmail.com', 'BOUNCED'],
    ['an.n@gmail.com', 'BOUNCED'],
    ['an.n@gmail.example', 'COMPLAINED'],
  ] as const;
  await db().suppression.createMany({
    data: rows.map(([address, reason]) => ({ channel: 'EMAIL', address, reason })),
  });
  await upgrade('by_other_dots');
  expect(
    await db().suppression.findMany({ select: { address: true, reason: true }, orderBy: { address: 'asc' } }),
  ).toEqual([
    { address: 'an.n@gmail.com', reason: 'BOUNCED' },
    { address: 'an.n@gmail.example', reason: 'COMPLAINED' },
    { address: 'kim@gmail.com', reason: 'COMPLAINED' },
  ]);
});
