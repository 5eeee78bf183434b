import { beforeAll, expect, test } from 'vitest';
import { seal, unseal } from './sealed-file';

beforeAll(() => {
  process.env.STANDBY_SECRET ??= 'a secret for these tests, long enough to be one';
});

test('a sealed text is not readable and comes back whole', () => {
  const sealed = seal('Every case says “503”.', 'a');
  expect(sealed.includes('503')).toBe(false);
  expect(unseal(sealed, 'a')).toBe('Every case says “503”.');
});

test('any changed byte, another name and a cut file are refused', () => {
  const sealed = seal('Every case says “503”.', 'a');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(changed, 'a')).toThrow();
  }
  expect(() => unseal(sealed, 'b')).toThrow();
  expect(() => unseal(sealed.subarray(0, 20), 'a')).toThrow();
});
