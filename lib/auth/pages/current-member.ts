import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { callOf, memberActor } from '@/lib/auth/request-context';
import { type Cookie, endedSessionCookie, sessionCookieNames } from '@/lib/auth/sessions/cookies';
import { findSignedIn } from '@/lib/auth/sessions/session-lookup';
import { translateDatabaseError } from '@/lib/database/database-errors';
import { readOr } from '@/lib/database/health/read-or';
import type { SignedInMember } from '@/lib/members/schema';
import type { Actor, Context } from '@/lib/platform/context';
import { safePath } from './safe-path';

export type MemberContext = Context & { actor: Extract<Actor, { kind: 'member' }> };

/** The member who is signed in on this page or in this action; asked once per rendering. @throws AppError `unavailable` */
export const currentMember = cache(async (): Promise<SignedInMember | null> => {
  try {
    return await findSignedIn((await headers()).get('cookie'));
  } catch (error) {
    throw translateDatabaseError(error);
  }
});

/** Who looks at this page or sent this form, for queries and commands. @throws AppError `unavailable` */
export async function currentContext(): Promise<Context> {
  const member = await currentMember();
  return { ...callOf(await headers()), actor: member ? memberActor(member) : { kind: 'anonymous' } };
}

/** For pages that must work while the database is away: then nobody counts as signed in. */
export async function publicContext(): Promise<Context> {
  return await readOr(currentContext, async () => ({
    ...callOf(await headers()),
    actor: { kind: 'anonymous' },
  }));
}

/** The context of a signed-in member; anybody else is sent to the sign-in page and comes back afterwards. */
export async function requireMember(): Promise<MemberContext> {
  const ctx = await currentContext();
  if (ctx.actor.kind === 'member') return { ...ctx, actor: ctx.actor };
  const back = safePath((await headers()).get('x-standby-path'));
  redirect(`/sign-in?next=${encodeURIComponent(back)}`);
}

/** Sets cookies from a server action. */
export async function setCookies(list: readonly Cookie[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, options } of list) jar.set(name, value, options);
}

/** Makes this browser forget its session. */
export async function forgetSession(): Promise<void> {
  const jar = await cookies();
  for (const name of sessionCookieNames) {
    if (jar.has(name)) jar.set(name, '', { ...endedSessionCookie().options, secure: name.startsWith('__') });
  }
}
