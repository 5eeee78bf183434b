import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicTarget, samePlace, targetOf } from './address';

test.each([
  ['https://records.example/start', 'records.example', 443, 'https://records.example/start', true],
  ['http://127.0.0.1:4101', '127.0.0.1', 4101, 'http://127.0.0.1:4101/', false],
  ['records.example/start', 'records.example', 443, 'https://records.example/start', true],
  ['db-1:5432', 'db-1', 5432, null, false],
  ['10.0.0.5', '10.0.0.5', null, null, false],
  ['[::1]:80', '::1', 80, null, false],
])('%s', (address, host, port, url, tls) => {
  expect(targetOf(address)).toMatchObject({ host, port, url, tls });
});

test.each(['', '  ', 'ftp://files.example', 'a b', 'shop:0', 'shop:70000', 'user@host:1', 'http://', null])(
  '%s is no address',
  (address) => {
    expect(targetOf(address)).toBeNull();
  },
);

test.each([
  ['records.example', 'https://records.example/', 443],
  ['records.example:8080', 'http://records.example:8080/', 8080],
  ['127.0.0.1:4101', 'http://127.0.0.1:4101/', 4101],
  ['[::1]:4101', 'http://[::1]:4101/', 4101],
])('users ask %s as %s', (address, url, port) => {
  expect(publicTarget(address)).toMatchObject({ url, port });
});

test('two ways of writing one place are the same place, and a name without a port is none', () => {
  expect(samePlace(targetOf('127.0.0.1:4101'), publicTarget('http://127.0.0.1:4101/shop'))).toBe(true);
  expect(samePlace(targetOf('127.0.0.1:4102'), publicTarget('http://127.0.0.1:4101'))).toBe(false);
  expect(samePlace(targetOf('shop'), targetOf('shop'))).toBe(false);
});

const written = fc
  .tuple(
    fc.constantFrom('', 'http://', 'https://', 'ftp://', '//', '['),
    fc.string({ maxLength: 20 }),
    fc.constantFrom('', ':0', ':80', ':65536', ':x', ']:80', '/path?q=1'),
  )
  .map((parts) => parts.join(''));

test('whatever is written, a port is one and a page is HTTP', () => {
  fc.assert(
    fc.property(written, (address) => {
      const target = targetOf(address);
      if (target?.port) expect(target.port).toBeLessThan(65_536);
      if (target?.url) expect(target.url).toMatch(/^https?:\/\//);
    }),
  );
});
