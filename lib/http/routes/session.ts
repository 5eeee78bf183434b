import { z } from 'zod';
import { callOf, headerContext } from '@/lib/auth/request-context';
import { endedSessionCookie, setCookieHeader } from '@/lib/auth/sessions/cookies';
import { signIn, signInInput } from '@/lib/auth/sign-in/sign-in';
import { signOut } from '@/lib/auth/sign-in/sign-out';
import { handled } from '@/lib/http/api/handled';
import { emptyAnswer, jsonAnswer } from '@/lib/http/api/request';
import { readObject } from '@/lib/http/body';
import { assertSameOrigin } from '@/lib/http/origin';
import { readAccount } from '@/lib/members/queries/read-account';
import { ownAccountSchema } from '@/lib/members/queries/views';
import { AppError } from '@/lib/platform/errors';
import { refuseUnknownKeys } from '@/lib/platform/input/unknown-keys';

const nothing = z.object({});

export const sessionRoutes = {
  'GET /session': handled({
    says: 'Says who is signed in',
    who: 'Whoever is signed in.',
    security: 'session',
    input: nothing,
    answer: ownAccountSchema.extend({ sessionId: z.uuid() }),
    handle: async ({ headers }) => {
      const ctx = await headerContext(headers);
      if (ctx.actor.kind !== 'member') throw new AppError('unauthenticated', 'Nobody is signed in.');
      const { memberId, sessionId } = ctx.actor;
      return jsonAnswer({ ...(await readAccount(ctx, { memberId })), sessionId });
    },
  }),
  'POST /session': handled({
    says: 'Signs in, and sets the cookie of the session',
    who: 'Everybody with an account.',
    status: 201,
    input: signInInput,
    answer: z.object({ sessionId: z.uuid(), expiresAt: z.iso.datetime() }),
    handle: async (request) => {
      const ctx = await headerContext(request.headers);
      assertSameOrigin(request, ctx);
      const body = (await readObject(request, 20_000)) as z.input<typeof signInInput>;
      refuseUnknownKeys(signInInput, body);
      const cookie = request.headers.get('cookie');
      const { sessionId, expiresAt, cookies } = await signIn(callOf(request.headers), body, cookie);
      return jsonAnswer({ sessionId, expiresAt }, 201, { 'set-cookie': cookies.map(setCookieHeader) });
    },
  }),
  'DELETE /session': handled({
    says: 'Signs out, and takes the cookie back. Signing out twice is no mistake',
    who: 'Everybody.',
    input: nothing,
    answer: z.undefined(),
    handle: async (request) => {
      const ctx = await headerContext(request.headers);
      assertSameOrigin(request, ctx);
      await signOut(ctx);
      return emptyAnswer(204, { 'set-cookie': setCookieHeader(endedSessionCookie()) });
    },
  }),
};
