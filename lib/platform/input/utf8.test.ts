import { expect, test } from 'vitest';
import { isUtf8, urlEncodedFields } from './utf8';

test.each([
  [[0x63, 0x61, 0x66, 0xc3, 0xa9], true],
  [[0x63, 0x61, 0x66, 0xe9], false],
  [[0xed, 0xa0, 0x80], false],
  [[0xc0, 0x80], false],
  [[0xf0, 0x9f, 0x98], false],
])('bytes %j are text: %s', (bytes, is) => {
  expect(isUtf8(Uint8Array.from(bytes))).toBe(is);
});

test('fields whose escapes are no text are refused, and a plain percent sign is one', () => {
  expect(urlEncodedFields('text=caf%C3%A9&more=100%').get('text')).toBe('café');
  expect(urlEncodedFields('text=100%').get('text')).toBe('100%');
  expect(() => urlEncodedFields('text=caf%E9')).toThrow('UTF-8');
});
