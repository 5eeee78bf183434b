import { expect, test } from 'vitest';
import { isIntricate } from './body';

test.each([
  [
    'a document of everyday',
    JSON.stringify({ steps: Array(2_000).fill({ kind: 'WAIT', note: 'a, b, [c' }) }),
    false,
  ],
  ['a long text', JSON.stringify({ text: ',[{'.repeat(100_000) }), false],
  ['10,000 levels', '['.repeat(10_000), true],
  ['60,000 fields', `{${Array.from({ length: 60_000 }, (_, key) => `"k${key}":1`).join()}}`, true],
  ['200,000 empty things', `[${Array(200_000).fill('{}').join()}]`, true],
])('what costs more than its bytes is told before it is parsed: %s', (_, text, is) => {
  expect(isIntricate(text)).toBe(is);
});
