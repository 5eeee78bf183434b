import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainSubject } from './plain-subject';

// fast-check’s own unit of every character takes seconds to be made.
const anyCharacter = fc.nat(0xff_ff).map((code) => String.fromCharCode(code));

test('a subject is one line, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      const subject = plainSubject(text);
      expect(subject.length).toBeLessThanOrEqual(180);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there.
      expect(subject).not.toMatch(/[\u0000-\u001F\u007F]/);
    }),
  );
  expect(plainSubject('Search\r\nBcc: all@example.org')).toBe('Search Bcc: all@example.org');
});

test('a long one keeps its promise', () => {
  const subject = plainSubject(`${'Very long '.repeat(40)}: being fixed. Next update by 14:30 BST`);
  expect(subject).toMatch(/…\. Next update by 14:30 BST$/);
  expect(subject.length).toBeLessThanOrEqual(180);
});
