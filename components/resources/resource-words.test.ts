import { expect, test } from 'vitest';
import type { BoardRow } from '@/lib/resources/queries/views';
import { boardSentence, countWords } from './resource-words';

test('resources are counted by kind, each once', () => {
  expect(
    countWords([
      { id: '1', kind: 'PERSON' },
      { id: '2', kind: 'PERSON' },
      { id: '2', kind: 'PERSON' },
      { id: '3', kind: 'TEAM' },
      { id: '4', kind: 'EQUIPMENT' },
      { id: '5', kind: 'EQUIPMENT' },
    ]),
  ).toBe('2 people, 1 team, 2 items');
  expect(countWords([])).toBe('nobody now');
});

const now = '2026-06-09T13:18:00Z';
const person = (freeFrom: string, usedNow: number): BoardRow => ({
  id: freeFrom,
  kind: 'PERSON',
  name: 'Priya',
  detail: 'Manager',
  capacity: 1,
  capacityUntil: null,
  site: null,
  server: null,
  version: null,
  archived: false,
  usedNow,
  freeFrom,
  freeUntil: null,
  allocations: [],
});

test.each([
  [
    [person('2026-06-09T13:18:00Z', 0), person('2026-06-09T14:00:00Z', 2)],
    'One person is free, and one is on two incidents',
  ],
  [[person('2026-06-09T14:00:00Z', 1)], 'Nobody is free'],
  [[person('2026-06-09T13:00:00Z', 0)], 'Everybody is free'],
])('who is free (%#)', (rows, sentence) => {
  expect(boardSentence({ rows, now })).toBe(sentence);
});
