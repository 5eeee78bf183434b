import { beforeAll, expect, test } from 'vitest';
import { addressBlock, networkAt, networkHeader, networkOf, readNetworkHeader } from './address-block';

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

test.each([
  ['203.0.113.77', '203.0.113.0/24', '203.0.0.0/16'],
  ['::ffff:203.0.113.77', '203.0.113.0/24', '203.0.0.0/16'],
  ['2001:db8:12:34:aaaa:bbbb:cccc:dddd', '2001:db8:12::/48', '2001:db8::/32'],
  ['::1', '0:0:0::/48', '0:0::/32'],
])('%s is in the site %s and in the range %s', (address, site, range) => {
  expect([networkOf(address, 'site'), networkOf(address, 'range')]).toEqual([site, range]);
});

test('the sites of one range share it, and those of another do not', () => {
  const rangeOf = (address: string) => networkAt(address).addressRange;
  expect(rangeOf('2001:db8:1::1')).toBe(rangeOf('2001:db8:ffff::1'));
  expect(rangeOf('2001:db8:1::1')).not.toBe(rangeOf('2001:db9:1::1'));
  expect(rangeOf('198.51.1.1')).toBe(rangeOf('198.51.200.1'));
  expect(rangeOf('198.51.1.1')).not.toBe(rangeOf('198.52.1.1'));
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

test('the header says all that is counted, and within one house there are no ranges', () => {
  for (const address of [
    '10.1.2.3',
    '192.168.4.5',
    'fd00:1:2:3::4',
    '::ffff:10.1.2.3',
    '2001:db8::1',
    '203.0.113.7',
  ]) {
    const network = networkAt(address);
    expect(readNetworkHeader(networkHeader(address))).toEqual(network);
  }
  expect(networkAt('10.1.2.3')).not.toHaveProperty('addressRange');
  expect(networkAt('fd00:1:2:3::4')).not.toHaveProperty('addressRange');
  expect(networkAt('fd00:1:2:3::4')).toHaveProperty('addressSite');
  expect(networkAt('203.0.113.7')).toHaveProperty('addressRange');
});
