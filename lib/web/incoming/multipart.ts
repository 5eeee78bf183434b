import { isUtf8 } from '@/lib/platform/input/utf8';

export interface Part {
  name: string;
  /** None of a file. */
  text: string | null;
  /** Where its value lies within the body. */
  from: number;
  to: number;
}

const endOfHead = Buffer.from('\r\n\r\n');
const boundaryForm = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i;
/** As browsers write it: a name in quotes, and the name of the file. */
const headForm =
  /^content-disposition: ?form-data; ?name="([^"\r\n]*)"(; ?filename="[^"\r\n]*")?(?:\r\ncontent-type: ?[\x20-\x7e]+)?$/i;

/** More than any form has: fields, and bytes of all that is not a file. */
const mostParts = 200;
export const mostText = 100_000;

function readPart(head: Buffer, value: Buffer): Pick<Part, 'name' | 'text'> | null {
  if (!isUtf8(head)) return null;
  const match = headForm.exec(head.toString());
  if (!match) return null;
  const isFile = match[2] !== undefined;
  if (!isFile && (value.length > mostText || !isUtf8(value))) return null;
  return { name: match[1] ?? '', text: isFile ? null : value.toString() };
}

/**
 * The parts of a `multipart/form-data` body as a browser sends it, or null when it is none. It is no more lenient than
 * those who read the body after this, so that they never meet one that they cannot read.
 */
export function multipartParts(contentType: string, body: Buffer): Part[] | null {
  const match = boundaryForm.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (!boundary) return null;
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  if (body.indexOf(mark) !== 0) return null;
  let read = 0;
  for (let at = mark.length; parts.length <= mostParts; ) {
    if (body.toString('latin1', at, at + 2) === '--') return parts;
    const end = body.indexOf(endOfHead, at);
    const next = end < 0 ? -1 : body.indexOf(boundary, end + endOfHead.length);
    const isMark = next >= 0 && body.toString('latin1', next - 4, next) === '\r\n--';
    if (!isMark || next - 4 < end + endOfHead.length || body.toString('latin1', at, at + 2) !== '\r\n')
      return null;
    const [from, to] = [end + endOfHead.length, next - 4];
    const head = body.subarray(at + 2, end);
    const part = readPart(head, body.subarray(from, to));
    read += head.length + (part?.text === null ? 0 : to - from);
    if (!part || read > mostText) return null;
    parts.push({ ...part, from, to });
    at = next + boundary.length;
  }
  return null;
}
