import { z } from 'zod';
import { type Cookie, deviceCookie, readDeviceCookie, sessionCookie } from '@/lib/auth/sessions/cookies';
import { cookieTokenHash } from '@/lib/auth/sessions/session-lookup';
import { sealSessionToken, sessionTokenHash } from '@/lib/auth/sessions/session-token';
import { translateDatabaseError } from '@/lib/database/database-errors';
import { db } from '@/lib/database/db';
import { startSession } from '@/lib/members/commands/start-session';
import { verifyPassword } from '@/lib/members/passwords';
import { emailSchema, typedPasswordSchema } from '@/lib/members/schema';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { newSecret } from '@/lib/platform/ids';
import { parseInput } from '@/lib/platform/input/parse-input';
import type { Network } from '@/lib/platform/limits/limit';
import { takenBackIfRefused } from '@/lib/platform/limits/rate-limit';
import { noteIfRefused } from '@/lib/platform/process/note-refusal';
import { deviceMark, knownDevice } from './known-device';
import { countTry, forgetTry, signInRules, type Try } from './sign-in-limits';

export const signInInput = z.object({
  email: emailSchema,
  password: typedPasswordSchema,
  /** Stay signed in when the browser closes. */
  keep: z.boolean().default(false),
});

export interface SignedIn {
  memberId: string;
  sessionId: string;
  /** The value of the session's cookie. */
  token: string;
  expiresAt: string;
  cookies: Cookie[];
}

/** The same sentence for an unknown address, a wrong password and a disabled account. */
export const noMatch = 'That email and password do not match.';

interface Account {
  id: string;
  passwordHash: string;
}

/** The password is looked at first and always, so that neither the answer nor its time tells whether there is an account. */
async function checkPassword(email: string, password: string, from: Network): Promise<Account | null> {
  const member = await db().member.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  const right = await verifyPassword(member?.passwordHash ?? null, password, from);
  if (!right || !member?.passwordHash || member.disabledAt) return null;
  return { id: member.id, passwordHash: member.passwordHash };
}

async function begin(
  call: Omit<Context, 'actor'>,
  account: Account,
  keep: boolean,
  cookieHeader: string | null,
) {
  const secret = newSecret();
  const { idempotencyKey: _, ...rest } = call;
  const session = await startSession(
    { ...rest, actor: { kind: 'anonymous' } },
    {
      memberId: account.id,
      verified: account.passwordHash,
      tokenHash: sessionTokenHash(secret),
      keep,
      replaces: await cookieTokenHash(cookieHeader),
    },
  );
  return { ...session, token: await sealSessionToken(secret) };
}

/**
 * Signs in with address and password.
 * @param call the context of the request, from `callOf`
 * @param cookieHeader the request's cookies: the session they carry ends, a known browser has its own count of tries
 * @throws AppError `unauthenticated`, `rate_limited` with the seconds to wait, `unavailable`, `invalid`
 */
export async function signIn(
  call: Omit<Context, 'actor'>,
  raw: z.input<typeof signInInput>,
  cookieHeader: string | null,
): Promise<SignedIn> {
  const { email, password, keep } = parseInput(signInInput, raw);
  const device = knownDevice(readDeviceCookie(cookieHeader), email);
  const attempt: Try = { email, block: call.addressBlock, site: call.addressSite, device };
  const at = Date.now();
  try {
    await countTry(attempt);
    const account = await takenBackIfRefused(signInRules(attempt), () =>
      checkPassword(email, password, call),
    );
    if (!account) throw new AppError('unauthenticated', noMatch);
    const session = await begin(call, account, keep, cookieHeader);
    await forgetTry(attempt, at);
    const expires = keep ? new Date(session.expiresAt) : undefined;
    return {
      ...session,
      memberId: account.id,
      cookies: [sessionCookie(session.token, expires), deviceCookie(deviceMark(email, device ?? undefined))],
    };
  } catch (error) {
    const from = { requestId: call.requestId, block: call.addressBlock };
    throw noteIfRefused(translateDatabaseError(error), from, 'sign-in refused');
  }
}
