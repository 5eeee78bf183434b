import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from '@/lib/platform/secrets/derived-key';

/** A person needs longer than this to read the form and answer it; a program does not. In seconds. */
const leastSeconds = 2;

function mac(seconds: string, clientKey: string): Buffer {
  return createHmac('sha256', derivedKey('report-form'))
    .update(`${seconds}\n${clientKey}`)
    .digest()
    .subarray(0, 18);
}

/** What a form carries to show that it was made here, and when. Bound to the form's client key. */
export function newFormStamp(clientKey: string, now = Date.now()): string {
  const seconds = Math.floor(now / 1000).toString(36);
  return `${seconds}.${mac(seconds, clientKey).toString('base64url')}`;
}

/** `early`: sent faster than a person can. `unknown`: no stamp, or one that was not made here for this key. */
export function judgeFormStamp(
  stamp: string | undefined,
  clientKey: string,
  now = Date.now(),
): 'fine' | 'early' | 'unknown' {
  const [seconds = '', signature = ''] = stamp?.split('.') ?? [];
  const given = Buffer.from(signature, 'base64url');
  const right = mac(seconds, clientKey);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'unknown';
  return now / 1000 - Number.parseInt(seconds, 36) < leastSeconds ? 'early' : 'fine';
}
