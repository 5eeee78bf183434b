import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIntricate } from '@/lib/http/body';
import { foreignSentence, isForeign } from '@/lib/http/origin';
import { letGo, putAside } from '@/lib/http/put-aside';
import { AppError } from '@/lib/platform/errors';
import { isUtf8 } from '@/lib/platform/input/utf8';
import { noteIfRefused } from '@/lib/platform/process/note-refusal';
import { mostText, multipartParts, type Part } from './multipart';
import { readAndPutBack } from './read-and-put-back';

type Refused = [status: number, detail: string];

/** What reads its body itself. */
const otherPost = /^\/(_|api\/|subscribe\/send$|subscriptions\/[^/]+\/unsubscribe$)/;
/** A mail program ends a subscription from wherever it is; the link in the path is the proof. */
const fromAnywhere = /^\/subscriptions\/[^/]+\/unsubscribe$/;

const unreadable: Refused = [
  400,
  'This is not a form that can be read. Open the page anew, and send its form from there.',
];

/** The form with a word in place of each file: what it is answered by copies every form several times. */
function withoutFiles(body: Buffer<ArrayBuffer>, parts: readonly Part[], words: string[]): Buffer {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { text, from, to } of parts) {
    if (text !== null || from === to) continue;
    const word = putAside(body.subarray(from, to));
    words.push(word);
    pieces.push(body.subarray(at, from), Buffer.from(word, 'latin1'));
    at = to;
  }
  return Buffer.concat([...pieces, body.subarray(at)]);
}

/** Markers of React's own in a text: one that it escaped, one without a value, and others that name another field. */
const plainMarker = /^\$(\$|undefined$)/;
const pointer = /^\$([@K]?)([0-9a-f]{1,4})$/;

/** @param refers whether a field may name another by its number */
function isArgument(value: unknown, refers: (to: number) => boolean): boolean {
  if (typeof value === 'string' && value.startsWith('$') && !plainMarker.test(value)) {
    const [, kind, chunk] = pointer.exec(value) ?? [];
    return kind === 'K' || (kind === '@' && refers(Number.parseInt(chunk ?? '', 16)));
  }
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((inner) => isArgument(inner, refers));
}

function isJson(text: string, refers: (to: number) => boolean = () => false): boolean {
  if (isIntricate(text)) return false;
  try {
    return isArgument(JSON.parse(text), refers);
  } catch {
    return false;
  }
}

/** Fields in which Next says which form it is and what it knew before; they are no one's to make up. */
const ofForm = /^(\$ACTION_\d{1,4}:)(\d{1,4})$/;
const ofScript = /^()(\d{1,4})$/;

/** Whether the fields of a form name themselves as Next wrote them into the page. */
function isWhole(parts: readonly Part[], byScript: boolean): boolean {
  const names = new Set(parts.map(({ name }) => name));
  if (byScript && !names.has('0')) return false;
  return parts.every(({ name, text }) => {
    const reference = /^\$ACTION_REF_(.*)$/.exec(name)?.[1];
    if (reference !== undefined) return names.has(`$ACTION_${reference}:0`);
    const [, prefix, own] = (byScript && ofScript.exec(name)) || (ofForm.exec(name) ?? []);
    if (prefix === undefined) return true;
    // What is named comes later than what names it, so that nothing is waited for in a ring.
    return text !== null && isJson(text, (to) => to > Number(own) && names.has(prefix + to));
  });
}

/** What is passed on of a form, or null when nobody can read it. */
function passedOn(request: IncomingMessage, body: Buffer<ArrayBuffer>, words: string[]): Buffer | null {
  const type = request.headers['content-type'] ?? '';
  const byScript = request.headers['next-action'] !== undefined;
  if (byScript && type.startsWith('text/plain'))
    return body.length <= mostText && isUtf8(body) && isJson(body.toString()) ? body : null;
  const parts = type.startsWith('multipart/form-data') ? multipartParts(type, body) : null;
  return parts && isWhole(parts, byScript) ? withoutFiles(body, parts, words) : null;
}

/**
 * Why the form of a page is not passed on, or null: from another site, or in bytes that nobody could read. Its files are
 * put aside until the form is answered.
 */
export async function formRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<Refused | null> {
  if (request.method !== 'POST') return null;
  const headers = { get: (name: string) => [request.headers[name]].flat().join(', ') || null };
  if (!fromAnywhere.test(path) && isForeign(headers)) {
    const { message } = noteIfRefused(
      new AppError('forbidden', foreignSentence),
      { path },
      'a form was refused',
    );
    return [403, message];
  }
  if (otherPost.test(path)) return null;
  const words: string[] = [];
  response.once('close', () => letGo(words));
  const isRead = await readAndPutBack(request, (body) => passedOn(request, body, words));
  if (response.destroyed) letGo(words);
  return isRead ? null : unreadable;
}
