import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { linkToken, linkTokenHash, verifyLinkToken } from './link-token';

beforeAll(() => {
  process.env.STANDBY_SECRET ??= 'a secret for this test, long enough to be one';
});

describe('link tokens', () => {
  test('lead back to the id they were made for', () => {
    const id = newId();
    const token = linkToken('invitation', id);
    expect(token).toMatch(/^[A-Za-z0-9_-]{54}$/);
    expect(verifyLinkToken('invitation', token)).toBe(id);
    expect(linkToken('invitation', id)).toBe(token);
    expect(linkTokenHash(token)).toHaveLength(32);
  });

  test('mean nothing for another purpose', () => {
    expect(verifyLinkToken('tracking', linkToken('invitation', newId()))).toBeNull();
  });

  test('are refused when one character differs, at any place', () => {
    const token = linkToken('tracking', newId());
    for (let place = 0; place < token.length; place += 1) {
      const other = token[place] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, place) + other + token.slice(place + 1);
      expect(verifyLinkToken('tracking', changed)).toBeNull();
    }
  });

  test('are refused in any other form', () => {
    for (const text of ['', 'x', 'A'.repeat(54), 'A'.repeat(55), 'ü'.repeat(54), '../'.repeat(18)]) {
      expect(verifyLinkToken('tracking', text)).toBeNull();
    }
  });

  test('are made from ids of rows only', () => {
    expect(() => linkToken('tracking', 'R-7K3M9Q')).toThrow('id of a row');
  });
});
