import { AppError } from '@/lib/platform/errors';
import { isolated } from '@/lib/platform/rules/isolate';
import { drawing } from './drawing/drawing';
import type { NotDrawn } from './drawing/orders';
import { pictureKind, plainPicture } from './drawing/plain-picture';

export interface Picture {
  bytes: Uint8Array;
  contentType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

/** In bytes, as it is sent. */
export const pictureLimit = 10_000_000;
/** A screen of 8K has 33 million pixels; the cameras of telephones, which send JPEG, up to 50. */
const mostPixels = { png: 36_000_000, jpeg: 52_000_000 };

const reasons: Record<NotDrawn | 'kind' | 'large' | 'pixels', string> = {
  kind: 'only PNG and JPEG pictures can be sent.',
  damaged: 'it is damaged. Open it on your device and save it again.',
  memory:
    'it takes too much work to open. Save it again on your device, or send a smaller part of the screen.',
  time: 'it takes too much work to open. Save it again on your device, or send a smaller part of the screen.',
  bytes: 'it takes too much room. Send a smaller part of the screen.',
  large: 'it is larger than 10 MB. Send a smaller part of the screen.',
  pixels: 'it has too many pixels. Send a smaller part of the screen.',
};

function refused(name: string, why: keyof typeof reasons): AppError {
  const sentence = `“${isolated(name)}” was not taken: ${reasons[why]}`;
  return new AppError('invalid', sentence, { fields: { files: [sentence] } });
}

/**
 * Draws a picture anew, in a process of its own: turned upright, without place, camera or any other data of the
 * original, and without anything that was hidden behind it.
 * @param from whose it is: the network, then the report; turns go round among them
 * @throws AppError `invalid`, `rate_limited`, `unavailable`
 */
export async function redraw(bytes: Uint8Array, name: string, from: readonly string[]): Promise<Picture> {
  if (bytes.byteLength > pictureLimit) throw refused(name, 'large');
  if (!pictureKind(bytes)) throw refused(name, 'kind');
  const plain = plainPicture(bytes);
  if (!plain) throw refused(name, 'damaged');
  const pixels = plain.width * plain.height;
  if (pixels > mostPixels[plain.kind]) throw refused(name, 'pixels');
  const drawn = await drawing().draw({ kind: plain.kind, bytes: plain.bytes, pixels }, from);
  if (typeof drawn === 'string') throw refused(name, drawn);
  const { kind, ...picture } = drawn;
  return { ...picture, contentType: `image/${kind}` };
}
