import { hkdfSync } from 'node:crypto';

const keys = new Map<string, Buffer>();

/**
 * A 32-byte key for one purpose, derived from STANDBY_SECRET, so that what is signed for one purpose
 * means nothing for another.
 */
export function derivedKey(purpose: string): Buffer {
  const secret = process.env.STANDBY_SECRET;
  if (!secret)
    throw new Error('STANDBY_SECRET is not set: start Standby with `npm start`, or set a long random text.');
  const name = `${purpose}\n${secret}`;
  const known = keys.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', secret, 'standby', purpose, 32));
  keys.set(name, key);
  return key;
}
