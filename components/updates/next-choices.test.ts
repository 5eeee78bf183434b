import { describe, expect, test } from 'vitest';
import { defaultSettings } from '@/lib/settings/schema';
import { nextAmount, nextBody, nextChoices, nextDue, setTimeAt, usualNext } from './next-choices';

const settings = {
  ...defaultSettings,
  organisation: { ...defaultSettings.organisation, zone: 'Europe/London' },
};
/** A Tuesday. */
const moment = { now: Date.parse('2026-06-09T13:18:00Z'), zone: 'Europe/London' };

describe('the choices of the next update', () => {
  test('go up to the cadence of the severity, which is the usual one', () => {
    expect(usualNext('CRITICAL', settings)).toBe('m:30');
    expect(nextChoices('CRITICAL', settings, moment)).toEqual([
      { value: 'm:5', label: '5 min, by 14:23' },
      { value: 'm:10', label: '10 min, by 14:28' },
      { value: 'm:15', label: '15 min, by 14:33' },
      { value: 'm:20', label: '20 min, by 14:38' },
      { value: 'm:30', label: '30 min, by 14:48' },
    ]);
    expect(nextChoices('SEVERE', settings, moment).at(-1)?.label).toBe('1 h, by 15:18');
  });

  test('count business days in office hours', () => {
    expect(usualNext('MODERATE', settings)).toBe('d:2');
    expect(nextChoices('MODERATE', settings, moment).at(-1)).toEqual({
      value: 'd:2',
      label: '2 business days, by Thu 11 June, 14:18',
    });
    expect(nextBody('d:2', settings, moment)).toEqual({ at: '2026-06-11T13:18:00.000Z' });
    expect(nextAmount('d:1')).toBe('1 business day');
  });

  test('take a time on the wall of the reader', () => {
    expect(nextBody('at:2026-06-09T16:00', settings, moment)).toEqual({ at: '2026-06-09T15:00:00.000Z' });
    expect(nextBody('at:', settings, moment)).toBeNull();
    expect(nextBody('at:2026-06-09T16:00', undefined, moment)).toEqual({ at: '2026-06-09T15:00:00.000Z' });
    expect(nextBody('d:2', undefined, moment)).toBeNull();
    expect(setTimeAt(new Date('2026-06-09T15:00:00Z'), 'Europe/London')).toBe('at:2026-06-09T16:00');
    expect(nextDue('m:20', settings, moment)?.toISOString()).toBe('2026-06-09T13:38:00.000Z');
  });
});
