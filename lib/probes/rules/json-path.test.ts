import { expect, test } from 'vitest';
import { parseJsonPath, sameJson, shownJson, valueAt } from './json-path';

test('reads the notations of a path', () => {
  expect(parseJsonPath('$.items[0].price')).toEqual(['items', '0', 'price']);
  expect(parseJsonPath('items.0.price')).toEqual(['items', '0', 'price']);
  expect(parseJsonPath('["a.b"].c')).toEqual(['a.b', 'c']);
  expect(parseJsonPath("$['it\"s'][2]")).toEqual(['it"s', '2']);
  expect(parseJsonPath('["say \\"hi\\""]')).toEqual(['say "hi"']);
  expect(parseJsonPath('$')).toEqual([]);
  expect(parseJsonPath('[0]')).toEqual(['0']);
  expect(parseJsonPath('$price')).toEqual(['$price']);
  for (const text of ['a..b', 'a[', 'a[b]', 'a.', 'a[0]b', '["a]', 'a]'])
    expect([text, parseJsonPath(text)]).toEqual([text, null]);
});

test('finds what the answer holds, and nothing else', () => {
  const answer = { items: [{ price: 1250 }], none: null, 'a.b': 1 };
  const at = (text: string) => valueAt(answer, parseJsonPath(text) ?? []);
  expect(at('items[0].price')).toEqual({ found: true, value: 1250 });
  expect(at('none')).toEqual({ found: true, value: null });
  expect(at('["a.b"]')).toEqual({ found: true, value: 1 });
  expect(at('$')).toEqual({ found: true, value: answer });
  for (const text of [
    'items[1]',
    'items.length',
    'none.x',
    '__proto__',
    'constructor',
    'items[0].price.toFixed',
  ])
    expect([text, at(text)]).toEqual([text, { found: false }]);
});

test('compares as JSON', () => {
  expect(sameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(sameJson([], {})).toBe(false);
  expect(sameJson('1', 1)).toBe(false);
  expect(sameJson(null, {})).toBe(false);
});

test('shows a value in short', () => {
  expect(shownJson('ok')).toBe('“ok”');
  expect(shownJson({ a: [1] })).toBe('{"a":[1]}');
  expect(shownJson('x'.repeat(200))).toHaveLength(80);
});
