import { expect, test } from 'vitest';
import { snapshotAge, weaknesses } from './age';
import { snapshotGate } from './gate';
import { usualAfter, wholeSnapshots } from './whole';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const dataset = { name: 'shop-data', intervalMinutes: 5, rpoMinutes: 15, system: 'shop-1' };
const good = {
  externalId: 'shop-0007',
  takenAt: ago(4),
  system: 'store-1',
  verifiedAt: ago(1),
  missingAt: null as Date | null,
  sizeBytes: 3_600_000_000,
  complete: true,
};
const recent = [1, 2, 3, 4, 5].map((place) => ({
  ...good,
  externalId: `shop-000${place}`,
  takenAt: ago(34 - place * 5),
}));
const failed = (change: Partial<typeof good>) =>
  snapshotGate({ dataset, snapshot: { ...good, ...change }, recent, now })
    .lines.filter((line) => !line.ok)
    .map((line) => [line.name, line.sentence]);

test('a young snapshot on another system with a right checksum passes', () => {
  const gate = snapshotGate({ dataset, snapshot: good, recent, now });
  expect(gate.passed).toBe(true);
  expect(gate.lines.map((line) => line.sentence)).toEqual([
    'It is 4 min old, and 15 min may be lost.',
    'Its checksum is right.',
    'It is kept on store-1, a separate system.',
    'shop-0007 is there.',
    'Its maker says that it is complete.',
    'It has 3.35 GB, no less than is usual.',
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
  const gate = snapshotGate({ dataset: { ...dataset, rpoMinutes: null }, snapshot: good, recent, now });
  expect(gate.passed).toBe(true);
});

test('age is judged by what is still there: within, overdue, over what may be lost, none', () => {
  const kept = (minutes: number, missing = false) => ({
    ...good,
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
  const kept = (minutes: number, system: string) => ({ ...good, takenAt: ago(minutes), system });
  expect(weaknesses(dataset, [], now)).toEqual([]);
  expect(weaknesses(dataset, [kept(9, 'store-1')], now)).toEqual(
    weaknesses(dataset, [kept(90, 'store-1')], now),
  );
  expect(weaknesses(dataset, [kept(1, 'shop-1')], now)).toEqual([
    'Snapshots of shop-data are kept on shop-1, the system that the data itself is on.',
  ]);
});

const megabytes = 1_500_000;

test('one that is far smaller than the five before it is red, and the last whole one is named', () => {
  expect(failed({ sizeBytes: megabytes })).toEqual([
    [
      'SIZE',
      'It has only 1.43 MB, and those before it are about 3.35 GB. The last whole one is shop-0005, 9 min old.',
    ],
  ]);
  expect(failed({ complete: false })).toEqual([
    ['COMPLETE', 'Its maker says that it is not complete. The last whole one is shop-0005, 9 min old.'],
  ]);
  expect(failed({ sizeBytes: 2_000_000_000 })).toEqual([]);
  expect(failed({ sizeBytes: 9_000_000_000 })).toEqual([]);
});

test('the first of all is judged by itself, and an empty one is never whole', () => {
  const gate = (sizeBytes: number) =>
    snapshotGate({ dataset, snapshot: { ...good, sizeBytes }, recent: [], now }).lines.filter(
      ({ ok }) => !ok,
    );
  expect(gate(megabytes)).toEqual([]);
  expect(gate(0).map(({ sentence }) => sentence)).toEqual(['It has only 0 B. No whole one is known.']);
});

test('a run of small ones never becomes the usual', () => {
  const small = [3, 2, 1].map((minutes) => ({
    ...good,
    externalId: `small-${minutes}`,
    takenAt: ago(minutes),
    sizeBytes: megabytes,
  }));
  const { state, sentence } = snapshotAge(dataset, [...recent, ...small], now);
  expect([state, sentence]).toEqual([
    'OVERDUE',
    'The newest whole snapshot of shop-data is 9 min old, and one is due every 5 min.',
  ]);
  expect(weaknesses(dataset, [...recent, ...small], now)).toEqual([
    'Snapshots of shop-data are overdue: one is due every 5 min.',
    'The newest snapshot of shop-data is far smaller than those before it.',
  ]);
});

test('one whose size somebody accepted is whole, and those after it are judged by it', () => {
  const taken = (minutes: number, sizeBytes: number, more = {}) => ({
    ...good,
    externalId: `taken-${minutes}`,
    takenAt: ago(minutes),
    sizeBytes,
    usualBytes: 3_600_000_000,
    ...more,
  });
  const accepted = taken(3, megabytes, { acceptedAt: ago(1) });
  const after = [taken(2, megabytes), taken(1, megabytes / 10)];
  const whole = wholeSnapshots([...recent, accepted, ...after]).map(({ externalId }) => externalId);
  expect(whole.slice(0, 3)).toEqual(['taken-2', 'taken-3', 'shop-0005']);
  expect(usualAfter([...recent, accepted, ...after])).toBe(megabytes);
  const part = { ...accepted, complete: false };
  expect(usualAfter([...recent, part])).toBe(usualAfter(recent));
  const gate = snapshotGate({ dataset, snapshot: accepted, recent, now });
  expect(gate.passed).toBe(true);
  expect(gate.lines.at(-1)?.sentence).toBe('It has 1.43 MB, and somebody says that this is right.');
  expect(snapshotAge(dataset, [...recent, accepted], now).state).toBe('WITHIN');
});

test('within what may be lost counts only whole ones', () => {
  const whole = { ...good, takenAt: ago(20) };
  const broken = { ...good, takenAt: ago(1), complete: false };
  expect(snapshotAge(dataset, [whole, broken], now)).toMatchObject({
    state: 'OVER_RPO',
    sentence: 'The newest whole snapshot of shop-data is 20 min old, and at most 15 min may be lost.',
  });
  expect(snapshotAge(dataset, [broken], now).sentence).toBe('There is no whole snapshot of shop-data.');
  expect(weaknesses(dataset, [whole, broken], now)).toContain(
    'The newest snapshot of shop-data is not complete, as its maker says.',
  );
});
