import { hkdfSync } from 'node:crypto';
import { installationSecret } from './env';

const keys = new Map<string, Buffer>();

/**
 * A 32-byte key for one purpose, derived from STANDBY_SECRET, so that what is signed for one purpose
 * means nothing for another.
 */
export function derivedKey(purpose: string): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', installationSecret(), 'standby', purpose, 32));
  keys.set(purpose, key);
  return key;
}
