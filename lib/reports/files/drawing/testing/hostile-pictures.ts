import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A chunk of a PNG. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const header = 8 + 25;

/** A PNG of one pixel with so many texts, each of which unfolds to 7 MB. */
export async function inflatingPng(texts: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const packed = deflateSync(Buffer.alloc(7_000_000, 'a'), { level: 9 });
  const made = Array.from({ length: texts }, (_, number) => {
    const keyword = Buffer.from(`k${number}\0\0`, 'latin1');
    return chunk(number % 2 ? 'zTXt' : 'iCCP', Buffer.concat([keyword, packed]));
  });
  return Buffer.concat([png.subarray(0, header), ...made, png.subarray(header)]);
}

/** A PNG of noise with one bit a pixel: small to send, and a lot of work to pack again. */
export function noisyPng(width: number, height: number): Buffer {
  const line = Math.ceil(width / 8);
  const raw = Buffer.alloc((line + 1) * height);
  let seed = 7;
  for (let at = 0; at < raw.length; at += 1) {
    seed = (seed * 48271) % 2147483647;
    raw[at] = at % (line + 1) === 0 ? 0 : seed & 255;
  }
  return pngOf({ width, height, depth: 1, colour: 0 }, raw);
}

/** A PNG of repeated bytes that its filter makes into ever other ones: small to send, and large when packed again. */
export function unfoldingPng(width: number, height: number): Buffer {
  const line = width * 8 + 1;
  const block = Buffer.alloc(line * 64, Buffer.from(Array.from({ length: 13 }, (_, at) => at * 17)));
  for (let at = 0; at < block.length; at += line) block[at] = paeth;
  const raw = Buffer.alloc(line * height, block);
  return pngOf({ width, height, depth: 16, colour: 6 }, raw);
}

const paeth = 4;

interface Layout {
  width: number;
  height: number;
  depth: number;
  colour: number;
}

function pngOf({ width, height, depth, colour }: Layout, raw: Buffer): Buffer {
  const about = Buffer.alloc(13);
  about.writeUInt32BE(width, 0);
  about.writeUInt32BE(height, 4);
  about.set([depth, colour, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', about),
    chunk('IDAT', deflateSync(raw, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG whose header and end are data of a marker that has none, with another header of 16×16 behind its scan. */
export function withHiddenHeader(jpeg: Buffer, marker: number): Buffer {
  const from = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  const to = from + 2 + jpeg.readUInt16BE(from + 2);
  const hiding = (data: Buffer) => withSegments(Buffer.alloc(2), [[marker, data]]).subarray(2);
  const end = Buffer.from([0xff, 0xd9]);
  const other = Buffer.from(jpeg.subarray(from, to));
  other.set([0, 16, 0, 16], 5);
  return Buffer.concat([
    jpeg.subarray(0, from),
    hiding(jpeg.subarray(from, to)),
    jpeg.subarray(to, -2),
    hiding(end),
    other,
    end,
  ]);
}

/** Puts segments of application data behind the start of a JPEG. */
export function withSegments(jpeg: Buffer, segments: [marker: number, data: Buffer][]): Buffer {
  const made = segments.map(([marker, data]) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...made, jpeg.subarray(2)]);
}
