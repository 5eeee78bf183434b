import type { IncomingMessage } from 'node:http';
import { tooDeep } from '@/lib/http/body';
import { foreignSentence, isForeign } from '@/lib/http/origin';
import { isUtf8 } from '@/lib/platform/input/utf8';
import { mostText, multipartParts, type Part } from './multipart';

type Refused = [status: number, detail: string];

/** What reads its body itself. */
const otherPost = /^\/(_|api\/|subscribe\/send$|subscriptions\/[^/]+\/unsubscribe$)/;
/** A mail program ends a subscription from wherever it is; the link in the path is the proof. */
const fromAnywhere = /^\/subscriptions\/[^/]+\/unsubscribe$/;

const unreadable: Refused = [
  400,
  'This is not a form that can be read. Open the page anew, and send its form from there.',
];

/** The body, which is put back, so that whoever reads the request next reads all of it. Null: the client is gone. */
async function readAndPutBack(request: IncomingMessage): Promise<Buffer | null> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length === 0) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let size = 0;
  return await new Promise((resolve) => {
    const done = (body: Buffer | null) => {
      request.off('readable', take).off('close', gone);
      resolve(body);
    };
    const gone = () => done(null);
    const take = () => {
      for (let chunk = request.read(); chunk; chunk = size < length ? request.read() : null) {
        chunks.push(chunk);
        size += chunk.length;
      }
      if (size < length) return;
      const body = Buffer.concat(chunks);
      // In the same turn as the last read: once the stream has told its end, nothing can be put back.
      request.unshift(body);
      done(body);
    };
    request.on('readable', take).on('close', gone);
  });
}

/** Markers of React's own in a text: one that it escaped, one without a value, and others that name another field. */
const plainMarker = /^\$(\$|undefined$)/;
const pointer = /^\$([@K]?)([0-9a-f]{1,4})$/;

function isArgument(value: unknown, names: ReadonlySet<string>, prefix: string): boolean {
  if (typeof value === 'string' && value.startsWith('$') && !plainMarker.test(value)) {
    const [, kind, chunk] = pointer.exec(value) ?? [];
    return kind === 'K' || (kind === '@' && names.has(prefix + String(Number.parseInt(chunk ?? '', 16))));
  }
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((inner) => isArgument(inner, names, prefix));
}

function isJson(text: string, names: ReadonlySet<string>, prefix: string): boolean {
  if (tooDeep(text)) return false;
  try {
    return isArgument(JSON.parse(text), names, prefix);
  } catch {
    return false;
  }
}

/** Fields in which Next says which form it is and what it knew before; they are no one's to make up. */
const ofForm = /^(\$ACTION_\d{1,4}:)\d{1,4}$/;
const ofScript = /^\d{1,4}$/;

/** Whether the fields of a form name themselves as Next wrote them into the page. */
function isWhole(parts: readonly Part[], byScript: boolean): boolean {
  const names = new Set(parts.map(({ name }) => name));
  if (byScript && !names.has('0')) return false;
  return parts.every(({ name, text }) => {
    const reference = /^\$ACTION_REF_(.*)$/.exec(name)?.[1];
    if (reference !== undefined) return names.has(`$ACTION_${reference}:0`);
    const prefix = byScript && ofScript.test(name) ? '' : ofForm.exec(name)?.[1];
    return prefix === undefined || (text !== null && isJson(text, names, prefix));
  });
}

function isReadable(request: IncomingMessage, body: Buffer): boolean {
  const type = request.headers['content-type'] ?? '';
  const byScript = request.headers['next-action'] !== undefined;
  if (byScript && type.startsWith('text/plain'))
    return body.length <= mostText && isUtf8(body) && isJson(body.toString(), new Set(), '');
  const parts = type.startsWith('multipart/form-data') ? multipartParts(type, body) : null;
  return parts !== null && isWhole(parts, byScript);
}

/** Why the form of a page is not passed on, or null: from another site, or in bytes that nobody could read. */
export async function formRefusal(request: IncomingMessage, path: string): Promise<Refused | null> {
  if (request.method !== 'POST') return null;
  const headers = { get: (name: string) => [request.headers[name]].flat().join(', ') || null };
  if (!fromAnywhere.test(path) && isForeign(headers)) return [403, foreignSentence];
  if (otherPost.test(path)) return null;
  const body = await readAndPutBack(request);
  return body && isReadable(request, body) ? null : unreadable;
}
