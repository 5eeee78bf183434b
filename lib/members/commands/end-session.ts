import { sessionsEnded } from '@/lib/members/events';
import { isOfThatMember } from '@/lib/members/own';
import { memberPolicy } from '@/lib/members/policy';
import { endSessionInput } from '@/lib/members/session-schema';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Signs out one session, here or elsewhere; it is refused from the next request on. @throws AppError `not_found` */
export const endSession = command({
  name: 'session.end',
  input: endSessionInput,
  load: async (tx, input) => {
    const [row] = await tx.$queryRaw<{ id: string; memberId: string; revoked: boolean }[]>`
      select id, member_id as "memberId", revoked_at is not null as revoked
      from session where id = ${input.sessionId}::uuid for update`;
    if (!row) throw new AppError('not_found', 'There is no such sign-in. It may have ended long ago.');
    return row;
  },
  allow: permit(memberPolicy, 'session.end', isOfThatMember),
  run: async ({ tx, subject, ctx, now, record }) => {
    if (!subject.revoked) {
      await tx.session.update({ where: { id: subject.id }, data: { revokedAt: now } });
      const here = ctx.actor.kind === 'member' && ctx.actor.sessionId === subject.id;
      const reason = here ? 'SIGNED_OUT' : 'ENDED_BY_MEMBER';
      record(sessionsEnded({ memberId: subject.memberId, sessionIds: [subject.id], reason }));
    }
    return { id: subject.id };
  },
});
