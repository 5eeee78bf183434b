import { expect, test } from 'vitest';
import { dayInput, instantInput, pastInput, plannedInput } from './instant';

const refusal = (schema: ReturnType<typeof instantInput>, text: string) =>
  schema.safeParse(text).error?.issues.map(({ message }) => message) ?? null;

test.each([
  ['2026-06-09T14:30:00Z', null],
  ['2026-06-09T14:30:00+02:00', null],
  ['0000-01-01T00:00:00Z', ['Give a time between the years 2000 and 2100.']],
  ['9999-12-31T23:59:59Z', ['Give a time between the years 2000 and 2100.']],
  ['yesterday', ['Give a time such as 2026-06-09T14:30:00Z.']],
])('an instant of input: %s', (text, refused) => {
  expect(refusal(instantInput(), text)).toEqual(refused);
});

test('a day of input', () => {
  const day = dayInput('Enter a date like 2026-01-12.');
  expect(day.safeParse('2026-01-12').success).toBe(true);
  expect(day.safeParse('0000-01-01').error?.issues).toMatchObject([
    { message: 'Give a time between the years 2000 and 2100.' },
  ]);
});

const hour = 3_600_000;
test.each([
  ['1970-01-01T00:00:00Z', 'Give a time between the years 2000 and 2100.'],
  ['2003-01-01T00:00:00Z', 'Give a time of the last ten years that is not ahead of now.'],
  [
    new Date(Date.now() + 2 * hour).toISOString(),
    'Give a time of the last ten years that is not ahead of now.',
  ],
  [new Date(Date.now() + hour / 60).toISOString(), undefined],
  [new Date(Date.now() - hour).toISOString(), undefined],
])('when something began: %s', (text, refused) => {
  expect(pastInput().safeParse(text).error?.issues[0]?.message).toBe(refused);
});

test('when something is meant to be lies at most two years ahead', () => {
  const ahead = (days: number) => new Date(Date.now() + days * 24 * hour).toISOString();
  expect(refusal(plannedInput(), ahead(700))).toBeNull();
  expect(refusal(plannedInput(), ahead(800))).toEqual(['Give a time of the next two years.']);
});
