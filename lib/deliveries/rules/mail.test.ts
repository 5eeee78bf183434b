import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillSlots, slot, withoutSlots } from './mail';

// fast-check’s own unit of every character takes seconds to be made.
const anyCharacter = fc.nat(0xff_ff).map((code) => String.fromCharCode(code));

test('slots are filled by name', () => {
  expect(fillSlots(`Open ${slot('open')}, ${slot('reference')}`, (name) => name.toUpperCase())).toBe(
    'Open OPEN, REFERENCE',
  );
});

test('nothing that a person typed is a slot', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), fc.string(), (before, after) => {
      const typed = withoutSlots(`${before}${slot('stop')}${after}`);
      expect(fillSlots(typed, () => '\uE000')).not.toContain('\uE000');
    }),
  );
});
