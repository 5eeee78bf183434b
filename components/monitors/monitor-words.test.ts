import { expect, test } from 'vitest';
import { type NetworkProbe, probeSchema } from '@/lib/probes/rules/probe';
import { resultsWords, rhythmWords, uptimeWords } from './monitor-words';

const result = (ok: boolean, totalMs: number) => ({ at: '2026-11-22T10:00:00.000Z', ok, totalMs });
const day = (total: number, failed: number) => ({ day: '2026-11-22', total, failed });

test('what is wanted, and how often', () => {
  const says = (probe: unknown) =>
    rhythmWords({ intervalSeconds: 30, probe: probeSchema.parse(probe) as NetworkProbe } as never);
  const url = 'https://shop.example.org/health';
  expect(says({ kind: 'HTTP', request: { url }, expect: { status: [200], maxMs: 2_000 } })).toBe(
    'every 30 s, 200 within 2 s',
  );
  expect(says({ kind: 'HTTP', request: { url } })).toBe('every 30 s, 200 to 299 within 10 s');
  expect(says({ kind: 'TLS', host: 'shop.example.org' })).toBe('every 30 s, valid for 14 more days');
  expect(says({ kind: 'DNS', host: 'shop.example.org', expect: ['192.0.2.1'] })).toBe(
    'every 30 s, resolves to 192.0.2.1',
  );
  expect(says({ kind: 'REPLICATION_LAG', request: { url }, path: 'lag', maxSeconds: 5 })).toBe(
    'every 30 s, at most 5 s behind',
  );
});

test('the share of good probes is never rounded up', () => {
  expect(uptimeWords({ days: [] })).toBeNull();
  expect(uptimeWords({ days: [day(2_880, 0)] })).toBe('100 % in a day');
  expect(uptimeWords({ days: [day(100_000, 1), day(100_000, 0)] })).toBe('99.99 % in 2 days');
});

test('the bars in words', () => {
  expect(resultsWords({ results: [] })).toBe('not probed yet');
  expect(resultsWords({ results: [result(true, 4), result(false, 900), result(true, 8)] })).toBe(
    'the last 3 probes: 1 failed, 4 ms in the middle',
  );
  expect(resultsWords({ results: [result(false, 1)] })).toBe('the last probe: 1 failed');
});
