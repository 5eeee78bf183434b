import { describe, expect, test } from 'vitest';
import { bodyText } from './body-text';

const latin = Buffer.from('Verfügbar', 'latin1');
const utf8 = Buffer.from('Verfügbar');
const utf16 = Buffer.from('Verfügbar', 'utf16le');
const bigEndian = Buffer.from(utf16).swap16();
const marked = (bytes: number[], body: Buffer) => Buffer.concat([Buffer.from(bytes), body]);
const page = (head: string) => Buffer.from(`${head}Verfügbar`, 'latin1');

describe('a body is read by its encoding', () => {
  test.each<[string, Buffer, string | undefined]>([
    ['as the content type says', latin, 'text/html; charset=ISO-8859-1'],
    ['in quotation marks', latin, 'text/plain; charset="windows-1252"'],
    ['UTF-8 without a word', utf8, undefined],
    ['by a mark before UTF-8', marked([0xef, 0xbb, 0xbf], utf8), 'application/json'],
    ['by a mark before UTF-16', marked([0xff, 0xfe], utf16), 'text/html'],
    ['by a mark of the other byte order', marked([0xfe, 0xff], bigEndian), 'text/html'],
    ['by a mark that contradicts the content type', marked([0xff, 0xfe], utf16), 'text/html; charset=utf-8'],
    ['UTF-16 as the content type says', utf16, 'text/html; charset=utf-16le'],
    ['text in no encoding that it names', latin, 'text/html'],
    ['UTF-8 where the name is of no encoding', utf8, 'text/html; charset=nonsense'],
  ])('%s', (_, body, type) => {
    expect(bodyText(body, type)).toBe('Verfügbar');
  });

  test.each([
    '<meta charset="iso-8859-1">',
    '<meta http-equiv="content-type" content="text/html; charset=iso-8859-1">',
    '<?xml version="1.0" encoding="ISO-8859-1"?>',
  ])('as a page says of itself: %s', (head) => {
    expect(bodyText(page(head), 'text/html')).toBe(`${head}Verfügbar`);
  });
});

test('bytes that are no text are none', () => {
  expect(bodyText(latin, 'application/octet-stream')).toBeNull();
  expect(bodyText(latin)).toBeNull();
  expect(bodyText(latin, 'text/plain; charset=utf-8')).toBeNull();
  expect(bodyText(Buffer.from([1, 0, 2]), 'text/plain')).toBeNull();
});
