import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newReportReference, parseReportReference } from './reference';

test('a new reference is short and easy to say', () => {
  for (let count = 0; count < 200; count += 1) {
    expect(newReportReference()).toMatch(/^R-[34679CDFGHJKMNPQTWXY]{6}$/);
  }
});

test('thousands of them hardly meet, and use every sign', () => {
  const made = Array.from({ length: 5000 }, newReportReference);
  expect(new Set(made).size).toBeGreaterThan(4990);
  expect(new Set(made.join('').replaceAll('R-', '')).size).toBe(20);
});

test('what a person types is understood', () => {
  for (const typed of [
    'R-7K3M9Q',
    'r-7k3m9q',
    '7k3m9q',
    ' R 7K3 M9Q ',
    'r7k3m9q',
    'R–7K3–M9Q',
    '#R-7K3M9Q.',
  ]) {
    expect(parseReportReference(typed)).toBe('R-7K3M9Q');
  }
});

test('anything else is no reference', () => {
  for (const typed of [
    '',
    'R-',
    'R-7K3M9',
    'R-7K3M9QQ',
    'R-7K3M90',
    'INC-2041',
    'R-7K3M9I',
    'R'.repeat(100_000),
  ]) {
    expect(parseReportReference(typed)).toBeNull();
  }
});

test('every reference is understood in lower case and with spaces', () => {
  fc.assert(
    fc.property(fc.nat({ max: 5 }), (at) => {
      const reference = newReportReference();
      const typed = `${reference.slice(0, at)} ${reference.slice(at)}`.toLowerCase();
      expect(parseReportReference(typed)).toBe(reference);
    }),
  );
});
