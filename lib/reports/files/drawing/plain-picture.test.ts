import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { plainPicture } from './plain-picture';
import { inflatingPng, withHiddenHeader, withSegments } from './testing/hostile-pictures';

const red = { create: { width: 40, height: 30, channels: 3 as const, background: 'red' } };
const jpeg = await sharp(red).jpeg().toBuffer();
const png = await sharp(red).png().toBuffer();
const text = (start: string, length = 60_000) =>
  Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(length)]);
const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();

describe('a picture is reduced to its pixels', () => {
  test.each([
    ['png', png],
    ['jpeg', jpeg],
  ])('%s: which stay as they were', async (kind, bytes) => {
    const plain = plainPicture(bytes);
    expect(plain).toMatchObject({ kind, width: 40, height: 30 });
    expect(await pixels(plain?.bytes as Buffer)).toEqual(await pixels(bytes));
  });

  test('without the texts and profiles of a PNG', async () => {
    const hostile = await inflatingPng(40);
    expect(hostile.byteLength).toBeGreaterThan(250_000);
    expect(plainPicture(hostile)?.bytes.byteLength).toBeLessThan(200);
  });

  test('without the application data and comments of a JPEG', () => {
    const hostile = withSegments(jpeg, [
      [0xe0, text('JFXX\0')],
      [0xe1, text('http://ns.adobe.com/xap/1.0/\0')],
      [0xe2, text('ICC_PROFILE\0')],
      [0xed, text('Photoshop 3.0\0')],
      [0xfe, text('a comment')],
    ]);
    expect(hostile.byteLength).toBeGreaterThan(300_000);
    expect(plainPicture(hostile)?.bytes.byteLength).toBeLessThanOrEqual(jpeg.byteLength);
  });

  test('but the right way up', async () => {
    const turned = await sharp(red).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const plain = plainPicture(turned)?.bytes as Buffer;
    const { info } = await sharp(plain).rotate().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 30, height: 40 });
  });

  test('and one that was cut off stays so', async () => {
    const cut = plainPicture(jpeg.subarray(0, jpeg.length - 8))?.bytes as Buffer;
    await expect(sharp(cut, { failOn: 'error' }).raw().toBuffer()).rejects.toThrow();
  });

  test('without what follows the end', () => {
    for (const bytes of [png, jpeg]) {
      const plain = plainPicture(Buffer.concat([bytes, Buffer.from('PK hidden')]));
      expect(plain?.bytes.includes('hidden')).toBe(false);
      expect(plain?.bytes.byteLength).toBeLessThanOrEqual(bytes.byteLength);
    }
  });
});

describe('no picture', () => {
  test.each<[string, Buffer]>([
    ['a PNG that stops', png.subarray(0, png.length - 20)],
    [
      'a PNG whose chunk is longer than the file',
      Buffer.concat([png.subarray(0, 8), Buffer.alloc(20, 0x7f)]),
    ],
    ['a PNG with two headers', Buffer.concat([png.subarray(0, 33), png.subarray(8)])],
    ['a JPEG without pixels', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    [
      'a JPEG with 60 scans',
      Buffer.concat([jpeg.subarray(0, -2), ...Array(60).fill(scanOf(jpeg)), jpeg.subarray(-2)]),
    ],
    [
      'a JPEG of nothing but segments',
      Buffer.concat([jpeg.subarray(0, 2), manyOf([0xff, 0xdb, 0, 2]), jpeg.subarray(2)]),
    ],
    [
      'a PNG of nothing but chunks',
      Buffer.concat([
        png.subarray(0, 33),
        manyOf([0, 0, 0, 0, 73, 68, 65, 84, 0, 0, 0, 0]),
        png.subarray(33),
      ]),
    ],
    ...[0x01, 0xd0, 0xd7, 0xd8].map((marker): [string, Buffer] => [
      `a JPEG whose header hides behind the marker ${marker}`,
      withHiddenHeader(jpeg, marker),
    ]),
    ['a JPEG without height', withSize(jpeg, 40, 0)],
    ['a GIF', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
  ])('is %s', (_, bytes) => {
    expect(plainPicture(bytes)).toBeNull();
  });

  test('makes it fail, whatever its bytes', () => {
    const starts = [png.subarray(0, 33), jpeg.subarray(0, 200), Buffer.from([0xff, 0xd8, 0xff])];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2_000 }), (start, rest) => {
        const sent = Buffer.concat([start, rest]);
        expect((plainPicture(sent)?.bytes.byteLength ?? 0) <= sent.byteLength + 2).toBe(true);
      }),
    );
  });
});

/** As many small pieces as fit into 10 MB. */
function manyOf(piece: number[]): Buffer {
  return Buffer.alloc(Math.floor(9_900_000 / piece.length) * piece.length, Buffer.from(piece));
}

function withSize(bytes: Buffer, width: number, height: number): Buffer {
  const sized = Buffer.from(bytes);
  const header = sized.indexOf(Buffer.from([0xff, 0xc0]));
  sized.writeUInt16BE(height, header + 5);
  sized.writeUInt16BE(width, header + 7);
  return sized;
}

function scanOf(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.lastIndexOf(Buffer.from([0xff, 0xda])), bytes.length - 2);
}
