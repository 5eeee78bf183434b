import { expect, test } from 'vitest';
import { defaultSettings } from '@/lib/settings/schema';
import { rebased } from './rebased';

const { targets, officeHours } = defaultSettings;
const base = { targets, officeHours, atRisk: 0.8 };
const update = (amount: number) => ({
  ...targets.MODERATE,
  update: { unit: 'OFFICE_DAYS', amount } as never,
});

test('takes what was changed to what somebody else saved meanwhile', () => {
  const mine = { ...base, targets: { ...targets, MODERATE: update(1) } };
  const now = {
    ...base,
    atRisk: 0.6,
    targets: { ...targets, TRIVIAL: { ...targets.TRIVIAL, update: { unit: 'BACKLOG' } as never } },
  };
  expect(rebased(mine, base, now)).toEqual({
    ...now,
    targets: { ...now.targets, MODERATE: update(1) },
  });
});

test('is what is in force where nothing was changed, and the own word where both changed the same', () => {
  const now = { ...base, targets: { ...targets, MODERATE: update(5) } };
  expect(rebased(base, base, now)).toEqual(now);
  const mine = { ...base, targets: { ...targets, MODERATE: update(1) } };
  expect(rebased(mine, base, now)).toEqual(mine);
});
