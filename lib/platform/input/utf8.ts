import { AppError } from '@/lib/platform/errors';

const strict = new TextDecoder('utf-8', { fatal: true });

/** Whether bytes are text: what is not would be stored with signs in it that nobody wrote. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text of a body. @throws AppError `unreadable` */
export function utf8Text(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return strict.decode(bytes);
  throw new AppError('unreadable', 'This is not text in UTF-8. Send it anew, in UTF-8.');
}

const escapes = /(?:%[0-9a-f]{2})+/gi;

/** The fields of `a=1&b=2`, whose escapes have to be text as well. @throws AppError `unreadable` */
export function urlEncodedFields(text: string): URLSearchParams {
  for (const [run] of text.matchAll(escapes)) utf8Text(Buffer.from(run.replaceAll('%', ''), 'hex'));
  return new URLSearchParams(text);
}
