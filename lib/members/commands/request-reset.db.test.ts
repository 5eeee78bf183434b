import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { anonymous, person } from '@/lib/members/testing/people';
import { newId } from '@/lib/platform/ids';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { requestReset } from './request-reset';

testDatabase();

const from = (block: string) => anonymous({ addressBlock: block });

test('a member, a stranger and a mailbox that had enough get the same answer', async () => {
  const { id, email } = await person('RESPONDER');
  const answers: unknown[] = [];
  for (let tries = 0; tries < 5; tries += 1) answers.push(await requestReset(from(newId()), { email }));
  answers.push(await requestReset(from(newId()), { email: 'nobody@example.org' }));
  expect(new Set(answers)).toEqual(new Set([undefined]));
  const links = await db().passwordReset.count({ where: { memberId: id } });
  // Three an hour; the hour may turn while the test runs.
  expect(links).toBeGreaterThanOrEqual(3);
  expect(links).toBeLessThanOrEqual(5);
});

test('a network that asks for many is held off', () =>
  withinOneWindow(600, async () => {
    const block = newId();
    const codes: string[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      const asked = requestReset(from(block), { email: `somebody-${tries}@example.org` });
      codes.push(
        await asked.then(
          () => 'asked',
          (error) => error.code,
        ),
      );
    }
    expect(codes.indexOf('rate_limited')).toBe(10);
  }));

test('what is no address is told to the person who typed it', async () => {
  await expect(requestReset(from(newId()), { email: 'not an address' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { email: [expect.any(String)] },
  });
});
