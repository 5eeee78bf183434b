import sharp from 'sharp';
import { AppError } from '@/lib/platform/errors';

export interface Picture {
  bytes: Buffer;
  contentType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

/** In bytes, as it is sent. */
export const pictureLimit = 10_000_000;
const mostPixels = 40_000_000;

// Decoding is the costly part of a report; one picture at a time leaves a core for everybody else.
sharp.concurrency(1);
let before: Promise<unknown> = Promise.resolve();

function isCurrent<T>(work: () => Promise<T>): Promise<T> {
  const next = before.then(work, work);
  before = next.catch(() => {});
  return next;
}

function starts(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** What a file is by its first bytes; its name and announced type are not believed. */
export function pictureKind(bytes: Uint8Array): 'png' | 'jpeg' | null {
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  return starts(bytes, 0xff, 0xd8, 0xff) ? 'jpeg' : null;
}

function refused(name: string, why: string): AppError {
  const sentence = `“${name}” was not taken: ${why}`;
  return new AppError('invalid', sentence, { fields: { files: [sentence] } });
}

/**
 * Draws a picture anew: turned upright, without place, camera or any other data of the original, and without anything
 * that was hidden behind it.
 * @throws AppError `invalid`, `too_large`
 */
export async function redraw(bytes: Uint8Array, name: string): Promise<Picture> {
  if (bytes.byteLength > pictureLimit)
    throw refused(name, 'it is larger than 10 MB. Send a smaller part of the screen.');
  const kind = pictureKind(bytes);
  if (!kind) throw refused(name, 'only PNG and JPEG pictures can be sent.');
  try {
    return await isCurrent(async () => {
      const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).rotate();
      const drawn = kind === 'png' ? upright.png({ compressionLevel: 8 }) : upright.jpeg({ quality: 85 });
      const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
      return { bytes: data, contentType: `image/${kind}` as const, width: info.width, height: info.height };
    });
  } catch {
    throw refused(name, 'it is damaged or has too many pixels. Open it on your device and save it again.');
  }
}
