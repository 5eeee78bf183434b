import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { mailboxOf } from '@/lib/platform/input/email';
import { Prisma } from '@/prisma/generated/client';
import { mailboxIn } from './suppressing';

testDatabase();

test.each([
  'dana@example.org',
  'D.ana+news+more@example.org',
  '+news@example.org',
  'd.a.na+ne.ws@Gmail.com',
  'd.ana@googlemail.com',
  'd.ana@xgmail.com',
  'd.ana@gmail.com.example',
])('the mailbox of %s is the same in SQL', async (address) => {
  const [row] = await db().$queryRaw<{ mailbox: string }[]>`
    select ${mailboxIn(Prisma.sql`${address}`)} as mailbox`;
  expect(row?.mailbox).toBe(mailboxOf(address));
});
