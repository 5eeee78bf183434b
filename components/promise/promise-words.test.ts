import { describe, expect, test } from 'vitest';
import { promiseOf } from './promise-words';

const zone = 'Europe/London';
const at = (clock: string) => Date.parse(`2026-06-09T${clock}:00+01:00`);
const promise = (made: string, due: string, now: string) =>
  promiseOf({ madeAt: at(made), dueAt: at(due), now: at(now), zone });

describe('a promised update', () => {
  test('is normal while there is time', () => {
    expect(promise('14:10', '14:30', '14:18')).toMatchObject({
      tone: 'normal',
      fraction: 0.4,
      due: '14:30 BST',
      left: 'in 12 min',
      from: '14:10',
      to: '14:30',
      sentence: 'Updated 14:10, next by 14:30, in 12 min',
    });
  });

  test('turns in the last five minutes', () => {
    expect(promise('13:52', '14:22', '14:16').tone).toBe('normal');
    expect(promise('13:52', '14:22', '14:17').tone).toBe('soon');
    expect(promise('13:52', '14:22', '14:22')).toMatchObject({ tone: 'soon', left: 'due now', fraction: 1 });
  });

  test('says how late it is', () => {
    expect(promise('13:40', '14:10', '14:18')).toMatchObject({
      tone: 'over',
      left: '8 min late',
      fraction: 1,
      sentence: 'Updated 13:40, was due at 14:10, 8 min late',
    });
  });

  test('has one tick a minute, and fewer on a long ruler', () => {
    expect(promise('14:10', '14:30', '14:18').ticks).toHaveLength(20);
    expect(promise('08:00', '16:00', '09:00').ticks).toHaveLength(32);
    expect(promise('14:10', '14:10', '14:18').ticks).toEqual([]);
  });

  test('names the day when the promise is over a day away', () => {
    const far = promiseOf({ madeAt: at('14:00'), dueAt: '2026-06-11T15:00:00Z', now: at('14:18'), zone });
    expect(far.due).toBe('Thu 11 June, 16:00 BST');
    expect(far.left).toBe('in 2 days');
  });
});
