import { expect, test } from 'vitest';
import { assertGoodPassword } from './passwords';
import { isPublishedPassword } from './published-passwords';

test.each(['professional', 'Unbelievable', 'sonyericsson', 'q1w2e3r4t5y6', 'ghbdtnrfrltkf'])(
  '%s is refused, because it stands in lists of what others have lost',
  (password) => {
    expect(isPublishedPassword(password)).toBe(true);
    expect(() => assertGoodPassword(password, [])).toThrow('lists of passwords');
  },
);

test('a password that nobody lost is taken', () => {
  for (const password of ['correct horse battery staple', 'Gänse fliegen tief', 'u8#kPz!m2Qw9']) {
    expect(() => assertGoodPassword(password, [])).not.toThrow();
  }
});
