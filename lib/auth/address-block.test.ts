import { beforeAll, expect, test } from 'vitest';
import { addressBlock, networkOf } from './address-block';

beforeAll(() => {
  process.env.STANDBY_SECRET ??= 'a secret for this test, long enough to be one';
});

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['::ffff:cb00:714d', '203.0.113.0/24'],
  ['0:0:0:0:0:FFFF:203.0.113.77', '203.0.113.0/24'],
  ['0000:0000:0000:0000:0000:ffff:cb00:714d', '203.0.113.0/24'],
  ['::fffe:cb00:714d', '0:0:0:0::/56'],
  ['2001:db8:12:34:aaaa:bbbb:cccc:dddd', '2001:db8:12:0::/56'],
  ['2001:0DB8:0012:0034::1', '2001:db8:12:0::/56'],
  ['2001:db8::1', '2001:db8:0:0::/56'],
  ['::1', '0:0:0:0::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'],
])('%s is in %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('what is no address has no network', () => {
  for (const text of ['', 'unknown', '1.2.3', 'a, b', '203.0.113.300']) expect(networkOf(text)).toBeNull();
  expect(addressBlock(null)).toBeUndefined();
});

test('neighbours share a block, which shows nothing of the address', () => {
  expect(addressBlock('203.0.113.7')).toBe(addressBlock('203.0.113.200'));
  expect(addressBlock('203.0.113.7')).not.toBe(addressBlock('203.0.114.7'));
  expect(addressBlock('203.0.113.7')).toMatch(/^[0-9a-f]{32}$/);
});
