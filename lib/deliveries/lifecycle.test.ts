import { expect, test } from 'vitest';
import { maxTries, retryAfter } from './lifecycle';

test('tries come quickly at first, then seldom, then stop', () => {
  const waits = Array.from({ length: maxTries }, (_, index) => retryAfter(index + 1));
  expect(waits.at(-1)).toBeNull();
  const seconds = waits.slice(0, -1).map(Number);
  expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
  expect(seconds.slice(0, 8).reduce((sum, wait) => sum + wait, 0)).toBeLessThan(300);
});
