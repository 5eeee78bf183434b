import { memberPolicy } from '@/lib/members/policy';
import { type OwnAccountView, ownAccountSchema } from '@/lib/members/queries/views';
import { memberInput } from '@/lib/members/schema';
import { isThatMember } from '@/lib/members/subject';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';

/** One member's account. @throws AppError `not_found` */
export const readAccount = query({
  name: 'member.read',
  input: memberInput,
  answer: ownAccountSchema,
  load: async (_db, input) => ({ id: input.memberId }),
  allow: permit(memberPolicy, 'member.read', isThatMember),
  run: async ({ db, input }): Promise<OwnAccountView> => {
    const row = await db.member.findUnique({
      where: { id: input.memberId },
      select: {
        id: true,
        name: true,
        email: true,
        role: true,
        knows: true,
        timeZone: true,
        disabledAt: true,
        version: true,
      },
    });
    if (!row) throw new AppError('not_found', 'There is no such member. Open the list of people again.');
    const { disabledAt, ...rest } = row;
    return { ...rest, state: disabledAt ? 'DISABLED' : 'ACTIVE' };
  },
});
