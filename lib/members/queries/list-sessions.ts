import { z } from 'zod';
import { memberPolicy } from '@/lib/members/policy';
import { browserWords } from '@/lib/members/rules/browser-words';
import { memberInput } from '@/lib/members/schema';
import { isOfThatMember } from '@/lib/members/subject';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { type SessionView, sessionViewSchema } from './views';

/** Where a member is signed in now, newest first. */
export const listSessions = query({
  name: 'session.list',
  input: memberInput,
  answer: z.array(sessionViewSchema),
  load: async (_db, input) => ({ memberId: input.memberId }),
  allow: permit(memberPolicy, 'session.list', isOfThatMember),
  run: async ({ db, input, ctx }): Promise<SessionView[]> => {
    const rows = await db.session.findMany({
      where: { memberId: input.memberId, revokedAt: null, expiresAt: { gt: new Date() } },
      select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, userAgent: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 100,
    });
    return rows.map((row) => ({
      id: row.id,
      startedAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      browser: browserWords(row.userAgent),
      current: ctx.actor.kind === 'member' && ctx.actor.sessionId === row.id,
    }));
  },
});
