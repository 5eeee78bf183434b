import { expect, test } from 'vitest';
import { z } from 'zod';
import { cursorOf, newestFirst, oldestFirst, pageOf, readCursor } from './paging';

const id = (digit: number) => `01890000-0000-7000-8000-00000000000${digit}`;
const rows = [3, 2, 1].map((digit) => ({
  id: id(digit),
  createdAt: new Date(Date.UTC(2026, 0, digit)),
  name: `é${digit}`,
}));

test('gives a page of what was read, and where it ended while there is more', () => {
  const { page, next } = newestFirst.page(rows, 2);
  expect(page).toEqual(rows.slice(0, 2));
  expect(newestFirst.after(next ?? '')).toEqual({
    OR: [
      { createdAt: { lt: new Date(Date.UTC(2026, 0, 2)) } },
      { createdAt: new Date(Date.UTC(2026, 0, 2)), id: { lt: id(2) } },
    ],
  });
  expect(oldestFirst.after(next ?? '')).toEqual({
    OR: [
      { createdAt: { gt: new Date(Date.UTC(2026, 0, 2)) } },
      { createdAt: new Date(Date.UTC(2026, 0, 2)), id: { gt: id(2) } },
    ],
  });
  expect(newestFirst.page(rows, 3).next).toBeNull();
  expect(newestFirst.page([], 3)).toEqual({ page: [], next: null });
  expect(newestFirst.after(undefined)).toEqual({});
});

test('takes any place that makes an order', () => {
  const { next } = pageOf(rows, 1, ({ name }) => ({ name }));
  expect(next).toMatch(/^[\w-]+$/);
  expect(readCursor(z.object({ name: z.string() }), next ?? '')).toEqual({ name: 'é3' });
});

test.each([
  ['???'],
  ['bm9uc2Vuc2U'],
  ['2026-06-09T13:18:00.000Z_01890000-0000-7000-8000-000000000001'],
  [cursorOf({ at: 'yesterday', id: id(1) })],
  [cursorOf({ id: id(1) })],
])('refuses %s, which was not given out for the list', (cursor) => {
  expect(() => newestFirst.after(cursor)).toThrow(expect.objectContaining({ code: 'invalid' }));
});
