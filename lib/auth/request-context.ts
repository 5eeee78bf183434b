import { findSignedIn } from '@/lib/auth/sessions/session-lookup';
import { translateDatabaseError } from '@/lib/database/database-errors';
import type { SignedInMember } from '@/lib/members/schema';
import type { Actor, Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import type { Network } from '@/lib/platform/limits/limit';
import { networkAt, readNetworkHeader } from './address-block';
import { keyActor, readBearer } from './key-lookup';

/** The headers of a Request, of Next's `headers()` or of an incoming message, however they are kept. */
export interface HeaderSource {
  get(name: string): string | null;
}

export function memberActor(member: SignedInMember): Extract<Actor, { kind: 'member' }> {
  return { kind: 'member', memberId: member.id, role: member.role, sessionId: member.sessionId };
}

const idempotencyKeyForm = /^[\x21-\x7e]{8,200}$/;
const requestIdForm = /^[\w.:-]{8,100}$/;

function idempotencyKeyOf(headers: HeaderSource): string | null {
  const key = headers.get('idempotency-key');
  if (key === null || idempotencyKeyForm.test(key)) return key;
  throw new AppError('invalid', 'An Idempotency-Key has 8 to 200 visible characters, without spaces.');
}

/** Where a call comes from. These headers are set by our own server, which drops any that came from outside. */
export function networkOfCall(headers: HeaderSource): Network {
  const behind = headers.get('x-standby-network');
  if (behind) return readNetworkHeader(behind);
  return networkAt(headers.get('x-standby-address'));
}

/** Everything but who acts. */
export function callOf(headers: HeaderSource): Omit<Context, 'actor'> {
  const idempotencyKey = idempotencyKeyOf(headers);
  const userAgent = headers.get('user-agent');
  const requestId = headers.get('x-request-id') ?? '';
  return {
    requestId: requestIdForm.test(requestId) ? requestId : newId(),
    ...(idempotencyKey ? { idempotencyKey } : {}),
    ...networkOfCall(headers),
    ...(userAgent ? { userAgent } : {}),
  };
}

async function actorOf(headers: HeaderSource): Promise<Actor> {
  const bearer = readBearer(headers.get('authorization'));
  if (bearer) return await keyActor(bearer);
  const member = await findSignedIn(headers.get('cookie'));
  return member ? memberActor(member) : { kind: 'anonymous' };
}

/**
 * Who calls, from the headers: an API key, else a signed-in member, else anonymous.
 * @throws AppError `unauthenticated` for a bad key, `invalid` for a bad idempotency key, `unavailable` while the
 * database is away and somebody claims to be signed in
 */
export async function headerContext(headers: HeaderSource): Promise<Context> {
  try {
    return { ...callOf(headers), actor: await actorOf(headers) };
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

export async function requestContext(request: Request): Promise<Context> {
  return await headerContext(request.headers);
}
