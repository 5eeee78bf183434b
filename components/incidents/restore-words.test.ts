import { describe, expect, test } from 'vitest';
import { restoreWords } from './restore-words';

const at = (clock: string) => `2026-06-09T${clock}:00Z`;
const words = (now: string, resolved: string | null = null) =>
  restoreWords({
    startedAt: at('13:41'),
    dueAt: at('14:41'),
    resolvedAt: resolved && at(resolved),
    now: Date.parse(at(now)),
  });

describe('the time to restore', () => {
  test('says how much is left of how much', () => {
    expect(words('14:18')).toMatchObject({ left: '23 min left of 1 h', tone: 'normal' });
    expect(words('14:18').fraction).toBeCloseTo(37 / 60);
  });

  test('is at risk from 80 % on, and late after it', () => {
    expect(words('14:29').tone).toBe('soon');
    expect(words('14:53')).toEqual({ left: '12 min late', fraction: 1, tone: 'over' });
  });

  test('stands still once it is resolved', () => {
    expect(words('20:00', '14:30')).toMatchObject({ left: 'met, 11 min to spare', tone: 'normal' });
    expect(words('20:00', '15:00')).toMatchObject({ left: 'missed by 19 min', tone: 'over' });
  });
});
