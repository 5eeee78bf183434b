import { expect, test } from 'vitest';
import { until } from '@/lib/platform/testing/until';
import { turns, turnsOfEach } from './turns';

function gates() {
  const open: (() => void)[] = [];
  return { open, wait: () => new Promise<void>((resolve) => open.push(resolve)) };
}

test('so many work at once, and the others in the order they came', async () => {
  const turn = turns(2);
  const { open, wait } = gates();
  const begun: number[] = [];
  const begins = (count: number) => until('the next to begin', () => begun.length >= count);
  const done = [1, 2, 3, 4].map((number) =>
    turn(async () => {
      begun.push(number);
      await wait();
    }),
  );
  expect(begun).toEqual([1, 2]);
  open[1]?.();
  await done[1];
  await begins(3);
  expect(begun).toEqual([1, 2, 3]);
  open[0]?.();
  open[2]?.();
  await Promise.all([done[0], done[2]]);
  await begins(4);
  expect(begun).toEqual([1, 2, 3, 4]);
  open[3]?.();
  await done[3];
});

test('one that fails gives its turn on', async () => {
  const turn = turns(1);
  await expect(turn(async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turn(async () => 'next')).toBe('next');
});

test('whoever waits too long is told to try again, and takes no turn', async () => {
  const turn = turns(1, 20);
  const { open, wait } = gates();
  const first = turn(wait);
  await expect(turn(async () => 'late')).rejects.toMatchObject({ code: 'unavailable', retryAfter: 5 });
  open[0]?.();
  await first;
  expect(await turn(async () => 'next')).toBe('next');
});

test('one who has taken all their turns keeps nobody else waiting', async () => {
  const turnOf = turnsOfEach(1, 20);
  const { open, wait } = gates();
  const first = turnOf('Ana')(wait);
  expect(await turnOf('Bo')(async () => 'at once')).toBe('at once');
  await expect(turnOf('Ana')(async () => 'late')).rejects.toMatchObject({ code: 'unavailable' });
  open[0]?.();
  await first;
  expect(await turnOf('Ana')(async () => 'next')).toBe('next');
});
