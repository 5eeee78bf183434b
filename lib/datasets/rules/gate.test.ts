import { expect, test } from 'vitest';
import { snapshotAge, weaknesses } from './age';
import { snapshotGate } from './gate';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const dataset = { name: 'shop-data', intervalMinutes: 5, rpoMinutes: 15, system: 'shop-1' };
const good = {
  externalId: 'shop-0007',
  takenAt: ago(4),
  system: 'store-1',
  verifiedAt: ago(1),
  missingAt: null as Date | null,
};
const failed = (change: Partial<typeof good>) =>
  snapshotGate({ dataset, snapshot: { ...good, ...change }, now })
    .lines.filter((line) => !line.ok)
    .map((line) => [line.name, line.sentence]);

test('a young snapshot on another system with a right checksum passes', () => {
  const gate = snapshotGate({ dataset, snapshot: good, now });
  expect(gate.passed).toBe(true);
  expect(gate.lines.map((line) => line.sentence)).toEqual([
    'It is 4 min old, and 15 min may be lost.',
    'Its checksum is right.',
    'It is kept on store-1, a separate system.',
    'shop-0007 is there.',
  ]);
});

test('each reason keeps it shut and says why', () => {
  expect(failed({ takenAt: ago(16) })).toEqual([['AGE', 'It is 16 min old, and only 15 min may be lost.']]);
  expect(failed({ system: 'Shop-1' })).toEqual([
    ['SEPARATE', 'It is kept on Shop-1, the system that was to be protected.'],
  ]);
  expect(failed({ missingAt: now }).map(([name]) => name)).toEqual(['CHECKSUM', 'PRESENT']);
  expect(failed({ verifiedAt: ago(16) })).toEqual([
    ['CHECKSUM', 'Its checksum was right 16 min ago and was not looked at since.'],
  ]);
});

test('without an agreed RPO the age is told and not judged', () => {
  const gate = snapshotGate({ dataset: { ...dataset, rpoMinutes: null }, snapshot: good, now });
  expect(gate.passed).toBe(true);
});

test('age is judged by what is still there: within, overdue, over what may be lost, none', () => {
  const kept = (minutes: number, missing = false) => ({
    takenAt: ago(minutes),
    system: 'store-1',
    missingAt: missing ? now : null,
  });
  expect(snapshotAge(dataset, [kept(4)], now).state).toBe('WITHIN');
  expect(snapshotAge(dataset, [kept(8)], now).sentence).toBe(
    'The newest snapshot of shop-data is 8 min old, and one is due every 5 min.',
  );
  expect(snapshotAge(dataset, [kept(4, true), kept(20)], now).state).toBe('OVER_RPO');
  expect(snapshotAge(dataset, [kept(4, true)], now).state).toBe('NONE');
});

test('weaknesses keep their words while they last', () => {
  const kept = (minutes: number, system: string) => ({ takenAt: ago(minutes), system, missingAt: null });
  expect(weaknesses(dataset, [], now)).toEqual([]);
  expect(weaknesses(dataset, [kept(9, 'store-1')], now)).toEqual(
    weaknesses(dataset, [kept(90, 'store-1')], now),
  );
  expect(weaknesses(dataset, [kept(1, 'shop-1')], now)).toEqual([
    'Snapshots of shop-data are kept on shop-1, the system that the data itself is on.',
  ]);
});
