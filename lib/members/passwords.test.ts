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
