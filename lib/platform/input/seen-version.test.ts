import { expect, test } from 'vitest';
import { seenVersion } from './seen-version';

test('a version is a whole number, in digits where it stands in an address', () => {
  expect([1, 7, '7'].map((value) => seenVersion.parse(value))).toEqual([1, 7, 7]);
});

test.each([undefined, null, '', true, [3], '0x2', ' 2', '1.0', 1.5, 0, -1, new Date()])(
  '%j is none',
  (value) => {
    const { error } = seenVersion.safeParse(value);
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'Say which version you saw: it is in the answer that you read.',
    ]);
  },
);
