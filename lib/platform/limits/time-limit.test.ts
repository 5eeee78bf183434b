import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withTimeLimit } from './time-limit';

/** Holds this process up, so that it hears nothing. */
function holdUp(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

test('what does not come in time is unavailable, and what comes is answered', async () => {
  await expect(withTimeLimit(50, new Promise(() => {}))).rejects.toMatchObject({ code: 'unavailable' });
  expect(await withTimeLimit(50, Promise.resolve('here'))).toBe('here');
  await expect(withTimeLimit(50, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

test('an answer that arrived while the process was busy is heard', async () => {
  const answer = withTimeLimit(1_000, readFile(import.meta.filename, 'utf8'));
  holdUp(1_500);
  expect(await answer).toContain('withTimeLimit');
});
