import NextAuth from 'next-auth';
import { callOf, memberActor } from '@/lib/auth/request-context';
import { endedSessionCookie, sessionCookieNames, setCookieHeader } from '@/lib/auth/sessions/cookies';
import { findSignedIn } from '@/lib/auth/sessions/session-lookup';
import { readBytes } from '@/lib/http/body';
import { assertSameOrigin } from '@/lib/http/origin';
import { settings } from '@/lib/platform/process/environment';
import { nextAuthOptions } from './next-auth-options';
import { signOut } from './sign-out';

interface Params {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth always gives its cookie an end: taken off again, so that a sign-in that is not kept ends with the browser. */
function withoutEnd(cookie: string): string {
  return sessionCookieNames.some((name) => cookie.startsWith(`${name}=`))
    ? cookie.replace(/;\s*(expires|max-age)=[^;]*/gi, '')
    : cookie;
}

function adjustCookies(response: Response, change: (cookie: string) => string | null): Response {
  const headers = new Headers(response.headers);
  const cookies = response.headers.getSetCookie();
  headers.delete('set-cookie');
  for (const cookie of cookies) {
    const changed = change(cookie);
    if (changed) headers.append('set-cookie', changed);
  }
  headers.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}

const isSessionCookie = (cookie: string): boolean =>
  sessionCookieNames.some((name) => cookie.startsWith(`${name}=`));

async function sessionAnswer(request: Request, context: Params): Promise<Response> {
  const member = await findSignedIn(request.headers.get('cookie'));
  if (!member) {
    const ended = { 'set-cookie': setCookieHeader(endedSessionCookie()), 'cache-control': 'no-store' };
    return Response.json({}, { headers: ended });
  }
  const response: Response = await NextAuth(request as never, context as never, nextAuthOptions());
  return adjustCookies(response, (cookie) => (isSessionCookie(cookie) ? null : cookie));
}

async function staysSignedIn(request: Request): Promise<boolean> {
  const body = new TextDecoder().decode(await readBytes(request, 20_000));
  return /(^|&|")keep(=|"\s*:\s*"?)true/.test(body);
}

/** next-auth's own addresses: csrf, callback/credentials, session, signout. The pages use `signIn` and `signOut` directly. */
export async function answerNextAuth(request: Request, context: Params): Promise<Response> {
  // Links only from STANDBY_URL: next-auth would otherwise build them from the Host header.
  process.env.NEXTAUTH_URL ??= settings().url;
  const [action] = (await context.params).nextauth;
  if (request.method === 'POST') assertSameOrigin(request, { actor: { kind: 'anonymous' } });
  if (action === 'session' && request.method === 'GET') return await sessionAnswer(request, context);
  const ends = action === 'callback' && !(await staysSignedIn(request.clone()));
  const leaving =
    action === 'signout' && request.method === 'POST'
      ? await findSignedIn(request.headers.get('cookie'))
      : null;
  const response: Response = await NextAuth(request as never, context as never, nextAuthOptions());
  if (leaving && response.headers.getSetCookie().some((cookie) => isSessionCookie(cookie))) {
    await signOut({ ...callOf(request.headers), actor: memberActor(leaving) });
  }
  return adjustCookies(response, ends ? withoutEnd : (cookie) => cookie);
}
