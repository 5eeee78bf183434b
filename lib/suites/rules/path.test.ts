import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generalPath, type Path, pathMatch, pathText } from './path';

describe('a pattern', () => {
  test.each<[string, Path, boolean]>([
    ['items[*].updatedAt', ['items', 3, 'updatedAt'], true],
    ['$.items[0].price', ['items', 0, 'price'], true],
    ['items.0.price', ['items', 0, 'price'], true],
    ['items.1.price', ['items', 0, 'price'], false],
    ['items[*]', ['items', 0, 'price'], false],
    ['**.etag', ['etag'], true],
    ['**.etag', ['a', 2, 'b', 'etag'], true],
    ['**.etag', ['etag', 'x'], false],
    ['a.**', ['a'], true],
    ['a.**', ['a', 'b', 'c'], true],
    ['$', [], true],
    ['$', ['a'], false],
    ['$price', ['$price'], true],
    ['["a.b"].c', ['a.b', 'c'], true],
    ['items[id=7].price', ['items', { key: 'id', value: '7' }, 'price'], true],
    ['items[*].price', ['items', { key: 'id', value: '7' }, 'price'], true],
    ['items[id=8].price', ['items', { key: 'id', value: '7' }, 'price'], false],
  ])('%s, %j: %s', (pattern, path, fits) => {
    expect(pathMatch(pattern)(path)).toBe(fits);
  });

  test('a name that is only a dollar sign is not the whole body', () => {
    expect(pathText(['$', 'a'])).toBe('["$"].a');
    expect(pathMatch('["$"].a')(['$', 'a'])).toBe(true);
  });

  test('a place as it is shown finds that place, and its general form too', () => {
    const segment = fc.oneof(fc.string({ minLength: 1 }), fc.nat(1_000));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), (path) => {
        fc.pre(!path.some((part) => typeof part === 'string' && ['*', '**'].includes(part)));
        expect(pathMatch(pathText(path))(path)).toBe(true);
        expect(pathMatch(generalPath(path))(path)).toBe(true);
      }),
    );
  });

  test('many ** take no longer than few', () => {
    const pattern = Array.from({ length: 60 }, () => '**.a').join('.');
    expect(pathMatch(pattern)(Array.from({ length: 200 }, () => 'a'))).toBe(true);
    expect(pathMatch(`${pattern}.b`)(Array.from({ length: 200 }, () => 'a'))).toBe(false);
  });
});
