import { endedSessionCookie, setCookieHeader } from '@/lib/auth/cookies';
import { callOf } from '@/lib/auth/request-context';
import { signIn } from '@/lib/auth/sign-in';
import { signOut } from '@/lib/auth/sign-out';
import { readJson } from '@/lib/http/body';
import { assertSameOrigin } from '@/lib/http/origin';
import { handle } from '@/lib/http/route';
import { readAccount } from '@/lib/members/queries/read-account';
import { AppError } from '@/lib/platform/errors';

export const GET = handle(async (ctx) => {
  if (ctx.actor.kind !== 'member') throw new AppError('unauthenticated', 'Nobody is signed in.');
  const { memberId, sessionId } = ctx.actor;
  const account = await readAccount(ctx, { memberId });
  return Response.json({ ...account, sessionId }, { headers: { 'cache-control': 'no-store' } });
});

export const POST = handle(async (ctx, request) => {
  assertSameOrigin(request, ctx);
  const body = (await readJson(request, 20_000)) as Parameters<typeof signIn>[1];
  const { sessionId, expiresAt, cookies } = await signIn(
    callOf(request.headers),
    body,
    request.headers.get('cookie'),
  );
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', setCookieHeader(cookie));
  return Response.json({ sessionId, expiresAt }, { status: 201, headers });
});

export const DELETE = handle(async (ctx, request) => {
  assertSameOrigin(request, ctx);
  await signOut(ctx);
  const headers = { 'cache-control': 'no-store', 'set-cookie': setCookieHeader(endedSessionCookie()) };
  return new Response(null, { status: 204, headers });
});
