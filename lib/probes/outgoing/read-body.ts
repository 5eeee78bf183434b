import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

class Full extends Error {}

/**
 * Reads a body, unpacked, up to so many bytes and no further: neither an endless answer nor a small one that unpacks
 * to gigabytes takes more memory than that.
 * @throws what the stream threw before it was full
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
  const decoder = decoders[(encoding ?? '').trim().toLowerCase()];
  try {
    await (decoder ? pipeline(body, decoder(), collect) : pipeline(body, collect));
  } catch (error) {
    if (!(error instanceof Full)) throw error;
  }
  return { bytes: Buffer.concat(parts), truncated: room < 0 };
}
