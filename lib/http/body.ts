import type { HeaderSource } from '@/lib/auth/request-context';
import { AppError, isAppError } from '@/lib/platform/errors';
import { utf8Text } from '@/lib/platform/input/utf8';

const maxDepth = 64;
/** More than any list or document of ours has; each that is refused costs many times its bytes. */
const maxValues = 20_000;

/** A request of which ever kind, as far as its body goes. */
interface Sent {
  headers: HeaderSource;
  body: AsyncIterable<Uint8Array> | null;
}

/** Reads a body up to a limit of bytes, counted while it streams. @throws AppError `too_large`, `unreadable` */
export async function readBytes(request: Sent, limit: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError('unreadable', 'What was sent was cut off on its way. Send it again.', {
      cause: error,
    });
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): AppError {
  return new AppError(
    'too_large',
    `That is more than the ${Math.round(limit / 1000)} KB that are read here. Send less at once.`,
  );
}

/** Whether a JSON is nested deep or has many values, without parsing: it would cost far more than its bytes. */
export function isIntricate(text: string): boolean {
  let depth = 0;
  let commas = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 92) i += 1;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 123 || c === 91) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (c === 125 || c === 93) depth -= 1;
    else if (c === 44) {
      commas += 1;
      if (commas >= maxValues) return true;
    }
  }
  return false;
}

/** The JSON object in a body. @throws AppError `invalid`, `too_large` */
export async function readObject(request: Sent, limit = 1_000_000): Promise<Record<string, unknown>> {
  const body = await readJson(request, limit);
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new AppError('invalid', 'Send a JSON object.');
}

/** The JSON body of a request. An absent body is `{}`. @throws AppError `invalid`, `too_large` */
async function readJson(request: Sent, limit: number): Promise<unknown> {
  const bytes = await readBytes(request, limit);
  if (bytes.byteLength === 0) return {};
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(json|[\w.+-]+\+json)\b/i.test(type)) {
    throw new AppError('invalid', 'Send the body as JSON, with the header Content-Type: application/json.');
  }
  const text = utf8Text(bytes);
  if (isIntricate(text)) {
    const sentence = `The JSON is nested more than ${maxDepth} deep, or has more than ${maxValues.toLocaleString('en')} values.`;
    throw new AppError('invalid', `${sentence} Send it flatter, or less at once.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid', 'The body is not valid JSON. Check its quotes, commas and brackets.');
  }
}
