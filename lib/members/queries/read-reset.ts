import { z } from 'zod';
import { openReset } from '@/lib/members/links/reset-link';
import { memberPolicy } from '@/lib/members/policy';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';

/** Whose password a mailed link sets; reading it changes nothing. @throws AppError `not_found`, `precondition` */
export const readReset = query({
  name: 'reset.read',
  input: z.object({ token: z.string().max(200) }),
  answer: z.object({ email: z.string() }),
  allow: permit(memberPolicy, 'member.resetPassword'),
  run: async ({ db, input }): Promise<{ email: string }> => {
    const { email } = await openReset(db, input.token);
    return { email };
  },
});
