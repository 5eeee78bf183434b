import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { derivedKey } from './derived-key';

/** What a link in a mail opens. A token made for one purpose is refused for every other. */
export type LinkPurpose =
  | 'invitation'
  | 'password-reset'
  | 'tracking'
  | 'report-confirm'
  | 'subscription-confirm'
  | 'subscription-manage'
  | 'unsubscribe'
  | 'mail-refusal'
  | 'rating';

const idBytes = 16;
const macBytes = 24;
const tokenForm = /^[A-Za-z0-9_-]{54}$/;

function mac(purpose: LinkPurpose, id: Buffer): Buffer {
  return createHmac('sha256', derivedKey(`link:${purpose}`))
    .update(id)
    .digest()
    .subarray(0, macBytes);
}

/**
 * The secret part of a private link: 54 characters, safe in a path. Made from the row's id and STANDBY_SECRET alone,
 * so that a mail can be written again without storing the token; a new link needs a new id.
 * @param id the UUID of the row that the link opens (invitation, tracking link, subscriber …)
 */
export function linkToken(purpose: LinkPurpose, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  if (bytes.length !== idBytes) throw new Error(`A link needs the id of a row, not “${id}”.`);
  return Buffer.concat([bytes, mac(purpose, bytes)]).toString('base64url');
}

/** The id of the row that a link opens, or null when the token was not made here for this purpose. */
export function verifyLinkToken(purpose: LinkPurpose, token: string): string | null {
  if (!tokenForm.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  // The last character has spare bits: only one of its spellings is the token.
  if (bytes.toString('base64url') !== token) return null;
  const id = bytes.subarray(0, idBytes);
  if (!timingSafeEqual(bytes.subarray(idBytes), mac(purpose, id))) return null;
  const hex = id.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** What is kept of a token at rest, for links that are looked up by it. */
export function linkTokenHash(token: string): Uint8Array<ArrayBuffer> {
  return sha256(token);
}
