import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serviceStatuses } from '@/lib/services/schema';
import { publicDay } from './public-view';
import { type StatusInterval, type UptimeInput, uptimeOf } from './uptime';

const at = (time: string) => new Date(time);
const interval = (status: StatusInterval['status'], from: string, to: string | null): StatusInterval => ({
  status,
  from: at(from),
  to: to === null ? null : at(to),
});
const input = (intervals: StatusInterval[], extra: Partial<UptimeInput> = {}): UptimeInput => ({
  intervals,
  since: at('2020-01-01T00:00:00Z'),
  now: at('2026-06-09T13:00:00Z'),
  zone: 'Europe/London',
  ...extra,
});
const day = (result: ReturnType<typeof uptimeOf>, date: string) =>
  result.days.find((one) => one.date === date);

describe('bars', () => {
  test('are the last 90 days there, today last', () => {
    const { days, percent } = uptimeOf(input([]));
    expect(days).toHaveLength(90);
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(['2026-03-12', '2026-06-09']);
    expect(days.every(({ worst, minutes }) => worst === 'OPERATIONAL' && minutes === 0)).toBe(true);
    expect(percent).toBe(100);
  });

  test('belong to the day of the zone, and a night is shared by two', () => {
    const night = [interval('MAJOR_OUTAGE', '2026-06-07T22:30:00Z', '2026-06-07T23:30:00Z')];
    const london = uptimeOf(input(night));
    expect(day(london, '2026-06-07')).toEqual({ date: '2026-06-07', worst: 'MAJOR_OUTAGE', minutes: 30 });
    expect(day(london, '2026-06-08')).toEqual({ date: '2026-06-08', worst: 'MAJOR_OUTAGE', minutes: 30 });
    const utc = uptimeOf(input(night, { zone: 'UTC' }));
    expect(day(utc, '2026-06-07')?.minutes).toBe(60);
    expect(day(utc, '2026-06-08')?.worst).toBe('OPERATIONAL');
    const sydney = uptimeOf(input(night, { zone: 'Australia/Sydney' }));
    expect(day(sydney, '2026-06-08')?.minutes).toBe(60);
  });

  test('the worst of overlapping ones counts, and no minute twice', () => {
    const overlapping = uptimeOf(
      input([
        interval('DEGRADED', '2026-06-08T10:00:00Z', '2026-06-08T12:00:00Z'),
        interval('MAJOR_OUTAGE', '2026-06-08T11:00:00Z', '2026-06-08T11:30:00Z'),
        interval('PARTIAL_OUTAGE', '2026-06-08T11:15:00Z', '2026-06-08T13:00:00Z'),
      ]),
    );
    expect(day(overlapping, '2026-06-08')).toMatchObject({ worst: 'MAJOR_OUTAGE', minutes: 180 });
  });

  test('an open one goes on to now', () => {
    const open = uptimeOf(input([interval('PARTIAL_OUTAGE', '2026-06-09T12:41:00Z', null)]));
    expect(open.days.at(-1)).toEqual({ date: '2026-06-09', worst: 'PARTIAL_OUTAGE', minutes: 19 });
  });

  test('a trivial incident leaves the day as it is', () => {
    const trivial = uptimeOf(
      input([interval('OPERATIONAL', '2026-06-08T10:00:00Z', '2026-06-08T12:00:00Z')]),
    );
    expect(day(trivial, '2026-06-08')).toMatchObject({ worst: 'OPERATIONAL', minutes: 0 });
  });

  test('days of 23 and 25 hours', () => {
    const now = at('2026-11-01T12:00:00Z');
    const all = [interval('MAJOR_OUTAGE', '2026-01-01T00:00:00Z', null)];
    const autumn = uptimeOf(input(all, { now }));
    expect(day(autumn, '2026-10-25')?.minutes).toBe(25 * 60);
    const spring = uptimeOf(input(all, { now: at('2026-04-01T12:00:00Z') }));
    expect(day(spring, '2026-03-29')?.minutes).toBe(23 * 60);
    expect(autumn.percent).toBe(0);
  });
});

describe('uptime', () => {
  const now = at('2026-06-09T00:00:00Z');
  const ten = { now, zone: 'UTC', since: at('2026-05-30T00:00:00Z') };

  test('a major outage counts whole, a partial one three tenths, slowness not', () => {
    const hours = (status: StatusInterval['status']) =>
      uptimeOf(input([interval(status, '2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z')], ten)).percent;
    expect(hours('MAJOR_OUTAGE')).toBe(90);
    expect(hours('PARTIAL_OUTAGE')).toBe(97);
    expect(hours('DEGRADED')).toBe(100);
  });

  test('is never rounded up to 100', () => {
    const second = interval('MAJOR_OUTAGE', '2026-06-01T00:00:00Z', '2026-06-01T00:00:01Z');
    expect(uptimeOf(input([second], ten)).percent).toBe(99.99);
  });

  test('begins with the service and is null on its first day', () => {
    const young = uptimeOf(input([], { since: at('2026-06-08T14:00:00Z') }));
    expect(young).toEqual({
      percent: null,
      days: [
        { date: '2026-06-08', worst: 'OPERATIONAL', minutes: 0 },
        { date: '2026-06-09', worst: 'OPERATIONAL', minutes: 0 },
      ],
    });
    const week = uptimeOf(input([], { since: at('2026-06-02T14:00:00Z') }));
    expect([week.percent, week.days.length]).toEqual([100, 8]);
  });
});

test('whatever happened, the days fit the public view', () => {
  const instant = fc.date({
    min: at('2026-01-01T00:00:00Z'),
    max: at('2026-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  const random = fc.record({
    status: fc.constantFrom(...serviceStatuses),
    from: instant,
    to: fc.option(instant),
  });
  const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  fc.assert(
    fc.property(fc.array(random, { maxLength: 12 }), instant, zones, (intervals, now, zone) => {
      const { percent, days } = uptimeOf(input(intervals, { now, zone }));
      for (const one of days) publicDay.parse(one);
      expect(days).toHaveLength(90);
      expect(percent).toBeGreaterThanOrEqual(0);
      expect(percent).toBeLessThanOrEqual(100);
    }),
    { numRuns: 60 },
  );
});
