import { z } from 'zod';
import { memberPolicy } from '@/lib/members/policy';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { type MemberOption, memberOptionSchema } from './views';

/** Active members by name, for choosing one; everybody but plain users unless asked for. */
export const memberOptions = query({
  name: 'member.names',
  input: z.object({ users: z.stringbool().default(false) }),
  answer: z.array(memberOptionSchema),
  allow: permit(memberPolicy, 'member.names'),
  run: async ({ db, input }): Promise<MemberOption[]> =>
    await db.member.findMany({
      where: { disabledAt: null, ...(input.users ? {} : { role: { not: 'USER' } }) },
      select: { id: true, name: true, role: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 500,
    }),
});
