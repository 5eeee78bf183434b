import { expect, test } from 'vitest';
import { followChoice } from './follow-choice';

const listWith = (value: string) => ({
  value,
  options: ['Europe/London', 'Europe/Zurich', 'UTC'].map((zone) => ({
    value: zone,
    defaultSelected: zone === 'Europe/London',
  })),
});

test.each([
  ['nobody has chosen', 'Europe/London', 'UTC'],
  ['a person has chosen', 'Europe/Zurich', 'Europe/Zurich'],
])('where %s, what somebody else saved is shown only if it takes nothing away', (_, chosen, shown) => {
  const box = listWith(chosen);
  followChoice(box, 'Europe/London', 'UTC');
  expect(box.value).toBe(shown);
  const first = box.options.filter(({ defaultSelected }) => defaultSelected);
  expect(first.map(({ value }) => value)).toEqual(['UTC']);
});
