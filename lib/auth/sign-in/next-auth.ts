import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { callOf, memberActor } from '@/lib/auth/request-context';
import { endedSessionCookie, sessionCookieNames, setCookieHeader } from '@/lib/auth/sessions/cookies';
import { findSignedIn } from '@/lib/auth/sessions/session-lookup';
import { readBytes, readObject } from '@/lib/http/body';
import { assertSameOrigin } from '@/lib/http/origin';
import { AppError } from '@/lib/platform/errors';
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

/** What next-auth is open for. The pages use `signIn` and `signOut` directly. */
const open = new Set(['GET csrf', 'GET session', 'POST callback/credentials', 'POST signout']);

const mostBytes = 20_000;

/**
 * Reads what was posted, and hands it on to be read once more: next-auth takes for granted that it can be.
 * @throws AppError `invalid`, `too_large`
 */
async function posted(request: Request): Promise<{ again: Request; keep: boolean }> {
  const body = await readBytes(request, mostBytes);
  const { url, method, headers } = request;
  const again = new NextRequest(url, { method, headers, body: Buffer.from(body) });
  const isJson = /^application\/json\b/i.test(headers.get('content-type') ?? '');
  const fields = isJson
    ? await readObject(again.clone())
    : Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));
  return { again, keep: String(fields.keep) === 'true' };
}

/** @throws AppError `not_found` for every other address of next-auth, `invalid`, `too_large`, `forbidden` */
export async function answerNextAuth(asked: Request, context: Params): Promise<Response> {
  // Links only from STANDBY_URL: next-auth would otherwise build them from the Host header.
  process.env.NEXTAUTH_URL ??= settings().url;
  const { nextauth } = await context.params;
  const [action] = nextauth;
  if (!open.has(`${asked.method} ${nextauth.join('/')}`)) {
    throw new AppError('not_found', 'There is nothing at this address.');
  }
  if (action === 'session') return await sessionAnswer(asked, context);
  const isPost = asked.method === 'POST';
  if (isPost) assertSameOrigin(asked, { actor: { kind: 'anonymous' } });
  const { again: request, keep } = isPost ? await posted(asked) : { again: asked, keep: false };
  const ends = action === 'callback' && !keep;
  const leaving = action === 'signout' ? await findSignedIn(request.headers.get('cookie')) : null;
  const response: Response = await NextAuth(request as never, context as never, nextAuthOptions());
  if (leaving && response.headers.getSetCookie().some((cookie) => isSessionCookie(cookie))) {
    await signOut({ ...callOf(request.headers), actor: memberActor(leaving) });
  }
  return adjustCookies(response, ends ? withoutEnd : (cookie) => cookie);
}
