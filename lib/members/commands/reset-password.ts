import { z } from 'zod';
import { db } from '@/lib/database/db';
import { mailedLinkLimits } from '@/lib/members/limits';
import { openReset } from '@/lib/members/links/reset-link';
import { assertGoodPassword, hashPassword } from '@/lib/members/passwords';
import { memberPolicy } from '@/lib/members/policy';
import { resetPasswordInput } from '@/lib/members/schema';
import { members, writePassword } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Sets the password that was chosen behind a mailed link, and ends every sign-in. @throws AppError `not_found`, `precondition`, `invalid` */
export const resetPassword = command({
  input: resetPasswordInput,
  answer: z.object({ email: z.string() }),
  // Whoever changes the password meanwhile has the member locked: what the link opens is asked once more afterwards.
  load: async (tx, input) => {
    await members.lock(tx, (await openReset(tx, input.token)).memberId);
    return await openReset(tx, input.token);
  },
  allow: permit(memberPolicy, 'member.resetPassword'),
  limits: mailedLinkLimits,
  // A link that opens nothing costs no more than the look at it.
  prepare: async (ctx, { token, password }) => {
    await openReset(db(), token);
    return await hashPassword(password, ctx);
  },
  run: async ({ tx, input, subject, prepared, record }) => {
    const { memberId, email, name } = subject;
    assertGoodPassword(input.password, [email, name]);
    record(...(await writePassword(tx, { id: memberId }, { hash: prepared, how: 'RESET' })));
    return { email };
  },
});
