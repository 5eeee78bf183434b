import * as argon2 from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { hashPassword, verifyPassword } from './passwords';

vi.mock('@node-rs/argon2', { spy: true });

test('the password of a hash is told from another one', async () => {
  const stored = await hashPassword('a password to remember');
  expect(await verifyPassword(stored, 'a password to remember')).toBe(true);
  expect(await verifyPassword(stored, 'another password')).toBe(false);
});

test('without a hash the work is done all the same, and the answer is no', async () => {
  vi.mocked(argon2.verify).mockClear();
  expect(await verifyPassword(null, 'nobody signs in with this')).toBe(false);
  expect(vi.mocked(argon2.verify)).toHaveBeenCalledOnce();
  const [[against, password]] = vi.mocked(argon2.verify).mock.calls as [[string, string]];
  expect(against).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(password).toBe('nobody signs in with this');
});

const [composed, decomposed] = [
  'un café très sûr à retenir',
  'un cafe\u0301 tre\u0300s su\u0302r a\u0300 retenir',
];

test('one password typed on any keyboard is the same', async () => {
  const stored = await hashPassword(decomposed);
  expect(await verifyPassword(stored, composed)).toBe(true);
  expect(await verifyPassword(stored, decomposed)).toBe(true);
  expect(await verifyPassword(stored, composed.replaceAll(' ', '\u00A0'))).toBe(true);
  expect(await verifyPassword(stored, composed.replace('é', 'e'))).toBe(false);
});

test.each([composed, decomposed])(
  'a password that was stored before as it was typed still works: %j',
  async (typed) => {
    const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
    const stored = await argon2.hash(typed, cost);
    expect(await verifyPassword(stored, composed)).toBe(true);
    expect(await verifyPassword(stored, decomposed)).toBe(true);
  },
);
