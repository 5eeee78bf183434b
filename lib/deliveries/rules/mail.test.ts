import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillSlots, slot, withoutSlots } from './mail';

test('slots are filled by name', () => {
  expect(fillSlots(`Open ${slot('open')}, ${slot('reference')}`, (name) => name.toUpperCase())).toBe(
    'Open OPEN, REFERENCE',
  );
});

test('nothing that a person typed is a slot', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (before, after) => {
      const typed = withoutSlots(`${before}${slot('stop')}${after}`);
      expect(fillSlots(typed, () => '\uE000')).not.toContain('\uE000');
    }),
  );
});
