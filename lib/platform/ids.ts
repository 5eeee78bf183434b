import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** A new primary key: UUIDv7, so that keys grow with time. */
export function newId(): string {
  return uuidv7();
}

/** A secret for a link or a key: 32 random bytes, base64url, 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
