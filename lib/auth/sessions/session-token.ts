import { decode, encode } from 'next-auth/jwt';
import { sessionHours } from '@/lib/members/schema';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { installationSecret } from '@/lib/platform/process/environment';

const form = /^[A-Za-z0-9_-]{43}$/;

/** The longest that next-auth's token may live; the session's row ends earlier or at the same time. */
export const longestSessionSeconds = Math.max(...Object.values(sessionHours)) * 3_600;

/** The cookie's value for a session: next-auth's encrypted token with the session's secret, and nothing else, in it. */
export async function sealSessionToken(secret: string): Promise<string> {
  return await encode({
    token: { sid: secret },
    secret: installationSecret(),
    maxAge: longestSessionSeconds,
  });
}

/** The session's secret out of a cookie's value; null for one that was not made here, or is over. */
export async function openSessionToken(value: string): Promise<string | null> {
  try {
    const token = await decode({ token: value, secret: installationSecret() });
    const secret = token?.sid;
    return typeof secret === 'string' && form.test(secret) ? secret : null;
  } catch {
    return null;
  }
}

/** What is stored of a session's secret, and looked up. */
export function sessionTokenHash(secret: string): Uint8Array<ArrayBuffer> {
  return sha256(secret);
}
