import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings, settingsSchema } from '@/lib/settings/schema';
import { severities } from '@/lib/severity/schema';
import { clockState, deadlines } from './deadlines';

const settings: Settings = settingsSchema.parse({ organisation: { zone: 'Europe/London' } });
const at = (time: string) => new Date(time);
const monday = at('2026-11-23T10:00:00Z');
const base = { startedAt: monday, triagedAt: null, settings };
const iso = (date: Date | null) => date?.toISOString() ?? null;

describe('the default clocks', () => {
  test('Critical: 15 min, 15 min, 30 min, 4 h', () => {
    const lastUpdateAt = at('2026-11-23T10:12:00Z');
    const clocks = deadlines({ ...base, severity: 'CRITICAL', lastUpdateAt });
    expect(iso(clocks.acknowledge.dueAt)).toBe('2026-11-23T10:15:00.000Z');
    expect(iso(clocks.acknowledge.atRiskAt)).toBe('2026-11-23T10:12:00.000Z');
    expect(iso(clocks.firstUpdate.dueAt)).toBe('2026-11-23T10:15:00.000Z');
    expect(iso(clocks.nextUpdate.dueAt)).toBe('2026-11-23T10:42:00.000Z');
    expect(iso(clocks.nextUpdate.atRiskAt)).toBe('2026-11-23T10:36:00.000Z');
    expect(iso(clocks.restore.dueAt)).toBe('2026-11-23T14:00:00.000Z');
  });

  test('Severe runs at night and at weekends', () => {
    const clocks = deadlines({ ...base, severity: 'SEVERE', startedAt: at('2026-11-21T23:30:00Z') });
    expect(iso(clocks.acknowledge.dueAt)).toBe('2026-11-22T00:30:00.000Z');
    expect(iso(clocks.nextUpdate.dueAt)).toBe('2026-11-22T00:30:00.000Z');
    expect(iso(clocks.restore.dueAt)).toBe('2026-11-22T07:30:00.000Z');
  });

  test('Moderate: 2 office hours, on triage, 2 business days, 5 business days', () => {
    const startedAt = at('2026-11-20T16:00:00Z');
    const before = deadlines({ ...base, severity: 'MODERATE', startedAt });
    expect(iso(before.acknowledge.dueAt)).toBe('2026-11-23T10:00:00.000Z');
    expect(before.firstUpdate).toEqual({ dueAt: null, atRiskAt: null });
    expect(iso(before.restore.dueAt)).toBe('2026-11-27T16:00:00.000Z');
    const triagedAt = at('2026-11-23T09:30:00Z');
    const after = deadlines({ ...base, severity: 'MODERATE', startedAt, triagedAt, lastUpdateAt: triagedAt });
    expect(after.firstUpdate.dueAt).toEqual(triagedAt);
    expect(iso(after.nextUpdate.dueAt)).toBe('2026-11-25T09:30:00.000Z');
  });

  test('Trivial goes to the backlog', () => {
    const clocks = deadlines({ ...base, severity: 'TRIVIAL' });
    expect(iso(clocks.acknowledge.dueAt)).toBe('2026-11-24T10:00:00.000Z');
    expect(clocks.restore).toEqual({ dueAt: null, atRiskAt: null, by: null, rto: null });
  });

  test('they are the defaults of the settings', () => {
    expect(defaultSettings.targets).toEqual(settings.targets);
    expect(defaultSettings.atRisk).toBe(0.8);
  });
});

describe('restoring', () => {
  const rto = { serviceId: 's', serviceName: 'Case Records', minutes: 60 };

  test('by the earlier of the severity’s target and the agreed RTO', () => {
    const clocks = deadlines({ ...base, severity: 'CRITICAL', rtos: [{ ...rto, minutes: 90 }, rto] });
    expect(clocks.restore).toMatchObject({ by: 'RTO', rto });
    expect(iso(clocks.restore.dueAt)).toBe('2026-11-23T11:00:00.000Z');
    expect(iso(clocks.restore.atRiskAt)).toBe('2026-11-23T10:48:00.000Z');
    const wide = deadlines({ ...base, severity: 'CRITICAL', rtos: [{ ...rto, minutes: 600 }] });
    expect(wide.restore).toMatchObject({ by: 'SEVERITY', rto: null });
  });

  test('the RTO holds where the severity promises nothing', () => {
    const clocks = deadlines({ ...base, severity: 'TRIVIAL', rtos: [rto] });
    expect(clocks.restore).toMatchObject({ by: 'RTO', rto });
  });
});

describe('waiting for the reporter does not count', () => {
  test('in minutes', () => {
    const pauses = [{ from: at('2026-11-23T10:05:00Z'), to: at('2026-11-23T10:25:00Z') }];
    const clocks = deadlines({ ...base, severity: 'CRITICAL', pauses });
    expect(iso(clocks.acknowledge.dueAt)).toBe('2026-11-23T10:35:00.000Z');
    expect(iso(clocks.acknowledge.atRiskAt)).toBe('2026-11-23T10:32:00.000Z');
  });

  test('in office hours: only the part of the pause in which the office was open', () => {
    const pauses = [{ from: at('2026-11-23T11:00:00Z'), to: at('2026-11-24T09:30:00Z') }];
    const clocks = deadlines({ ...base, severity: 'MODERATE', pauses });
    expect(iso(clocks.acknowledge.dueAt)).toBe('2026-11-24T10:30:00.000Z');
  });

  test('pauses may touch or overlap, and come in any order', () => {
    const pauses = [
      { from: at('2026-11-23T10:10:00Z'), to: at('2026-11-23T10:20:00Z') },
      { from: at('2026-11-23T10:05:00Z'), to: at('2026-11-23T10:15:00Z') },
    ];
    expect(iso(deadlines({ ...base, severity: 'CRITICAL', pauses }).acknowledge.dueAt)).toBe(
      '2026-11-23T10:30:00.000Z',
    );
  });

  test('while a pause lasts nothing is due, unless it was due before', () => {
    const pauses = [{ from: at('2026-11-23T10:20:00Z'), to: null }];
    const clocks = deadlines({ ...base, severity: 'CRITICAL', pauses });
    expect(iso(clocks.acknowledge.dueAt)).toBe('2026-11-23T10:15:00.000Z');
    expect(clocks.restore).toMatchObject({ dueAt: null, by: null });
    const office = deadlines({ ...base, severity: 'MODERATE', pauses });
    expect(office.acknowledge.dueAt).toBeNull();
  });
});

test('re-grading applies the new targets from the original start', () => {
  const before = deadlines({ ...base, severity: 'SEVERE' });
  const after = deadlines({ ...base, severity: 'CRITICAL', triagedAt: at('2026-11-23T10:40:00Z') });
  expect(iso(before.restore.dueAt)).toBe('2026-11-23T18:00:00.000Z');
  expect(iso(after.restore.dueAt)).toBe('2026-11-23T14:00:00.000Z');
  expect(clockState(after.acknowledge, at('2026-11-23T10:40:00Z'))).toBe('LATE');
});

describe('how a clock stands', () => {
  const { acknowledge } = deadlines({ ...base, severity: 'CRITICAL' });

  test('at risk from 80 %, late after the deadline, met or missed once stopped', () => {
    const stands = (time: string, stopped?: string) =>
      clockState(acknowledge, at(time), stopped ? at(stopped) : null);
    expect(stands('2026-11-23T10:11:59Z')).toBe('RUNNING');
    expect(stands('2026-11-23T10:12:00Z')).toBe('AT_RISK');
    expect(stands('2026-11-23T10:15:00Z')).toBe('AT_RISK');
    expect(stands('2026-11-23T10:15:01Z')).toBe('LATE');
    expect(stands('2026-11-23T12:00:00Z', '2026-11-23T10:15:00Z')).toBe('MET');
    expect(stands('2026-11-23T12:00:00Z', '2026-11-23T10:16:00Z')).toBe('MISSED');
  });

  test('without a deadline it is none', () => {
    expect(clockState({ dueAt: null, atRiskAt: null }, monday)).toBe('NONE');
    expect(clockState({ dueAt: null, atRiskAt: null }, monday, monday)).toBe('MET');
  });
});

describe('for any start and severity', () => {
  const instant = fc.date({
    min: at('2025-01-01T00:00:00Z'),
    max: at('2029-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const severity = fc.constantFrom(...severities);

  test('a clock is at risk before it is due, and a pause never makes it due earlier', () => {
    fc.assert(
      fc.property(instant, severity, fc.nat(3000), fc.nat(3000), (startedAt, given, wait, length) => {
        const from = new Date(startedAt.getTime() + wait * 60_000);
        const pauses = [{ from, to: new Date(from.getTime() + length * 60_000) }];
        const plain = deadlines({ ...base, severity: given, startedAt });
        const paused = deadlines({ ...base, severity: given, startedAt, pauses });
        for (const name of ['acknowledge', 'firstUpdate', 'restore'] as const) {
          const { dueAt, atRiskAt } = plain[name];
          if (!dueAt || !atRiskAt) continue;
          expect(atRiskAt.getTime()).toBeLessThan(dueAt.getTime());
          expect(paused[name].dueAt?.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a worse severity is never due later', () => {
    fc.assert(
      fc.property(instant, (startedAt) => {
        const dues = severities.map((given) =>
          deadlines({ ...base, severity: given, startedAt }).acknowledge.dueAt?.getTime(),
        );
        expect(dues).toEqual([...dues].sort((a, b) => Number(a) - Number(b)));
      }),
      { numRuns: 100 },
    );
  });
});
