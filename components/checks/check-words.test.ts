import { describe, expect, test } from 'vitest';
import { probeSchema } from '@/lib/probes/rules/probe';
import { scaleEnd } from './check-words';
import { choiceOf, probeOf } from './probe-choice';

test('the scale ends at a round number', () => {
  expect([0.2, 11, 120, 4_012, 90_000].map(scaleEnd)).toEqual([1, 20, 200, 5_000, 90_000]);
});

describe('a probe from what somebody types', () => {
  test.each([
    ['HTTP', 'shop.example/health', 'https://shop.example/health'],
    ['HTTP', '127.0.0.1:4101', 'http://127.0.0.1:4101'],
    ['TCP', 'db-1:5432', 'db-1:5432'],
    ['TLS', 'shop.example', 'shop.example:443'],
    ['DNS', 'shop.example', 'shop.example'],
    ['LATENCY', 'shop.example:443', 'shop.example:443'],
  ] as const)('%s %s, and back', (choice, address, shown) => {
    const probe = probeOf(choice, address);
    expect(choiceOf(probeSchema.parse(probe))).toEqual({ choice, address: shown });
  });

  test('says what is missing', () => {
    expect(probeOf('PERSON', '')).toBeNull();
    expect(probeOf('TCP', 'db-1')).toBe('Enter a port too, as in db-1.example:5432.');
    expect(probeOf('HTTP', 'a b')).toBe('Enter an address like the one below the field.');
  });

  test('what cannot be shown in one line is not changed', () => {
    const suiteId = '01980000-0000-7000-8000-0000000000f1';
    expect(choiceOf({ kind: 'KNOWN_GOOD', suiteId, address: 'http://shop' })).toBeNull();
  });
});
