import { sessionsEnded } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { endSessionInput } from '@/lib/members/schema';
import { sessions } from '@/lib/members/subject';
import { idSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Signs out one session, here or elsewhere; it is refused from the next request on. @throws AppError `not_found` */
export const endSession = command({
  input: endSessionInput,
  answer: idSchema,
  subject: sessions,
  of: (input) => input.sessionId,
  allow: permit(memberPolicy, 'session.end'),
  run: async ({ tx, subject, ctx, now, record }) => {
    if (!subject.revokedAt) {
      await tx.session.update({ where: { id: subject.id }, data: { revokedAt: now } });
      const here = ctx.actor.kind === 'member' && ctx.actor.sessionId === subject.id;
      const reason = here ? 'SIGNED_OUT' : 'ENDED_BY_MEMBER';
      record(sessionsEnded({ memberId: subject.memberId, sessionIds: [subject.id], reason }));
    }
    return { id: subject.id };
  },
});
