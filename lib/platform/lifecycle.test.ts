import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/testing/lifecycle-grid';
import { AppError } from './errors';
import { lifecycle } from './lifecycle';

type Light = 'RED' | 'GREEN' | 'BROKEN';

const light = lifecycle<Light>(
  { subject: 'The light', label: { RED: 'Red', GREEN: 'Green', BROKEN: 'Broken' } },
  { RED: ['GREEN', 'BROKEN'], GREEN: ['RED'], BROKEN: [] },
);

describe('a table of states', () => {
  test('says where a subject may go', () => {
    expect(lifecycleGrid(light)).toEqual(['RED    . x x', 'GREEN  x . .', 'BROKEN . . .']);
    expect(light.next('RED')).toEqual(['GREEN', 'BROKEN']);
    expect(light.isFinal('BROKEN')).toBe(true);
    expect(light.isFinal('RED')).toBe(false);
  });

  test('refuses with a sentence that says what is possible instead', () => {
    expect(light.move('RED', 'GREEN')).toEqual({ ok: true });
    expect(light.move('GREEN', 'BROKEN')).toEqual({
      ok: false,
      reason: 'The light is “Green” and cannot become “Broken”. From here it can become “Red”.',
    });
    expect(light.move('BROKEN', 'RED')).toEqual({
      ok: false,
      reason: 'The light is “Broken” and cannot become “Red”. Nothing follows this state.',
    });
    expect(light.move('RED', 'RED')).toEqual({ ok: false, reason: 'The light is already “Red”.' });
  });

  test('assertMove throws a conflict with the same sentence', () => {
    expect(() => light.assertMove('RED', 'GREEN')).not.toThrow();
    expect(() => light.assertMove('BROKEN', 'RED')).toThrow(
      new AppError('conflict', 'The light is “Broken” and cannot become “Red”. Nothing follows this state.'),
    );
  });
});
