import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { consoleHome, safePath } from '@/lib/auth/pages/safe-path';
import { callOf, type HeaderSource } from '@/lib/auth/request-context';
import { nameOf, sessionCookieNames } from '@/lib/auth/sessions/cookies';
import { findSignedIn } from '@/lib/auth/sessions/session-lookup';
import { longestSessionSeconds } from '@/lib/auth/sessions/session-token';
import { AppError, isAppError } from '@/lib/platform/errors';
import { installationSecret, settings } from '@/lib/platform/process/environment';
import { logger } from '@/lib/platform/process/log';
import { signIn } from './sign-in';

interface User {
  id: string;
  /** The session's secret, sealed already. */
  token: string;
}

function sourceOf(headers: Record<string, unknown> | undefined): HeaderSource {
  return {
    get: (name) => {
      const value = headers?.[name];
      return typeof value === 'string' ? value : null;
    },
  };
}

/** What next-auth shows as `?error=` on the sign-in page: a code, never a sentence from outside. */
function errorCode(error: unknown): string {
  if (!isAppError(error)) return 'Failed';
  return (
    { rate_limited: 'TooManyTries', unavailable: 'Unavailable' }[error.code as string] ?? 'CredentialsSignin'
  );
}

const credentials = Credentials({
  name: 'Address and password',
  credentials: { email: { type: 'email' }, password: { type: 'password' }, keep: { type: 'text' } },
  authorize: async (given, request): Promise<User> => {
    const headers = sourceOf(request.headers);
    try {
      const signedIn = await signIn(
        callOf(headers),
        { email: given?.email ?? '', password: given?.password ?? '', keep: given?.keep === 'true' },
        headers.get('cookie'),
      );
      return { id: signedIn.memberId, token: signedIn.token };
    } catch (error) {
      if (!isAppError(error)) logger().error({ err: error }, 'sign-in failed');
      throw new Error(errorCode(error));
    }
  },
});

/** A cookie of next-auth under the name and with the attributes of ours; next-auth itself would let other hosts of the domain set it. */
function ownCookie(name: string) {
  const secure = settings().url.startsWith('https://');
  return {
    name: nameOf(`next-auth.${name}`),
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  };
}

/** next-auth with address and password; its cookie holds a session's secret, and the session's row decides. */
export function nextAuthOptions(): NextAuthOptions {
  return {
    secret: installationSecret(),
    useSecureCookies: settings().url.startsWith('https://'),
    cookies: { sessionToken: ownCookie('session-token'), callbackUrl: ownCookie('callback-url') },
    providers: [credentials],
    session: { strategy: 'jwt', maxAge: longestSessionSeconds },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    jwt: {
      // The cookie holds what `signIn` sealed: a session's secret, and nothing that could outlive the session's row.
      encode: async ({ token }) => String(token?.sealed ?? ''),
      decode: async ({ token }) => (token ? { sealed: token } : null),
    },
    callbacks: {
      jwt: async ({ token, user }) => (user ? { sealed: (user as unknown as User).token } : token),
      session: async ({ session, token }) => {
        const member = await findSignedIn(`${sessionCookieNames[1]}=${String(token.sealed ?? '')}`);
        if (!member) throw new AppError('unauthenticated', 'This sign-in has ended.');
        return {
          expires: session.expires,
          user: { name: member.name, email: member.email, role: member.role },
        };
      },
      redirect: async ({ url }) => `${settings().url}${safePath(pathOf(url), consoleHome)}`,
    },
    logger: {
      error: (code, detail) =>
        logger().error({ code, err: detail instanceof Error ? detail : undefined }, 'next-auth'),
      warn: (code) => logger().warn({ code }, 'next-auth'),
      debug: () => {},
    },
  };
}

function pathOf(url: string): string {
  const own = settings().url;
  return url.startsWith(`${own}/`) ? url.slice(own.length) : url;
}
