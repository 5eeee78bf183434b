import { z } from 'zod';
import { memberPolicy } from '@/lib/members/policy';
import { endSessionsInput } from '@/lib/members/schema';
import { endSessionsOf, isOfThatMember } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Signs a member out everywhere, or everywhere else; how many sign-ins ended. */
export const endSessions = command({
  name: 'member.endSessions',
  input: endSessionsInput,
  answer: z.object({ ended: z.int() }),
  load: async (_tx, input) => ({ memberId: input.memberId }),
  allow: permit(memberPolicy, 'session.end', isOfThatMember),
  run: async ({ tx, input, record }) => {
    const events = await endSessionsOf(tx, input.memberId, 'ENDED_BY_MEMBER', input.except);
    record(...events);
    const ended = events.flatMap((event) => event.data.sessionIds as string[]);
    return { ended: ended.length };
  },
});
