import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { beginning } from '@/lib/platform/rules/graphemes';

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** More than this nobody packs one into the other. */
const mostEncodings = 3;

/** The message names it. */
export class UnknownEncoding extends Error {}

/** What unpacks it, the last packing first. @throws UnknownEncoding */
function unpackers(encoding: string): Transform[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  return names.reverse().map((name, at) => {
    const decoder = decoders[name];
    if (!decoder || at >= mostEncodings) throw new UnknownEncoding(beginning(name, 40));
    return decoder();
  });
}

class Full extends Error {}

/**
 * Reads a body, unpacked, up to so many bytes and no further: neither an endless answer nor a small one that unpacks
 * to gigabytes takes more memory than that.
 * @throws UnknownEncoding, and what the stream threw before it was full
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<{ bytes: Buffer; truncated: boolean }> {
  const parts: Buffer[] = [];
  let room = maxBytes;
  const collect = new Writable({
    write: (chunk: Buffer, _, done) => {
      // A copy, since a small part of a large chunk would keep all of it in memory.
      parts.push(chunk.length > room ? Buffer.from(chunk.subarray(0, room)) : chunk);
      room -= chunk.length;
      done(room < 0 ? new Full() : null);
    },
  });
  const unpacking = unpackers(encoding ?? '');
  try {
    await pipeline([body, ...unpacking, collect]);
  } catch (error) {
    if (!(error instanceof Full)) throw error;
  }
  return { bytes: Buffer.concat(parts), truncated: room < 0 };
}
