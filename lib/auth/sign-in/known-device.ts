import { createHmac, timingSafeEqual } from 'node:crypto';
import { newSecret } from '@/lib/platform/ids';
import { derivedKey } from '@/lib/platform/secrets/derived-key';

function mac(device: string, email: string): Buffer {
  return createHmac('sha256', derivedKey('device')).update(`${device}\n${email}`).digest().subarray(0, 24);
}

/**
 * The mark of a browser from which this account was signed in before. Such a browser has its own count of tries, so
 * that nobody elsewhere can use up those of the account's owner.
 */
export function deviceMark(email: string, device = newSecret().slice(0, 22)): string {
  return `${device}.${mac(device, email).toString('base64url')}`;
}

/** The device of a mark when it was made for this account, else null. */
export function knownDevice(mark: string | null, email: string): string | null {
  const [device, given] = (mark ?? '').split('.');
  if (!device || !given) return null;
  const bytes = Buffer.from(given, 'base64url');
  const expected = mac(device, email);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected) ? device : null;
}
