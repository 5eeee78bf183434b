import { expect, test } from 'vitest';
import { sendingOf } from './sending';

test('is the very same while the person means the same, whatever became newer meanwhile', () => {
  const first = sendingOf(null, { input: { title: 'No cards' }, version: 3, form: true });
  const again = sendingOf(first, { input: { title: 'No cards' }, version: 4, form: true });
  expect(again).toBe(first);
  expect(again.version).toBe(3);
});

test('is another act with what was changed, and after an answer', () => {
  const given = { input: { title: 'No cards' }, version: 3, form: true };
  const first = sendingOf(null, given);
  const changed = sendingOf(first, { input: { title: 'No cards at all' }, version: 4, form: true });
  expect(changed.version).toBe(4);
  expect(changed.key).not.toBe(first.key);
  expect(sendingOf(null, given).key).not.toBe(first.key);
});

test('is the same press of a button until what it is about has changed', () => {
  const first = sendingOf(null, { input: {}, version: 1, form: false });
  expect(sendingOf(first, { input: {}, version: 1, form: false })).toBe(first);
  expect(sendingOf(first, { input: {}, version: 2, form: false }).key).not.toBe(first.key);
});
