import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { installationSecret } from '@/lib/platform/process/environment';

const keys = new Map<string, KeyObject>();

/**
 * A 32-byte key for one purpose, derived from STANDBY_SECRET, so that what is signed for one purpose
 * means nothing for another.
 */
export function derivedKey(purpose: string): KeyObject {
  const known = keys.get(purpose);
  if (known) return known;
  const bytes = hkdfSync('sha256', installationSecret(), 'standby', purpose, 32);
  // Made once: a key out of bytes costs more than what is then signed with it.
  const key = createSecretKey(Buffer.from(bytes));
  keys.set(purpose, key);
  return key;
}
