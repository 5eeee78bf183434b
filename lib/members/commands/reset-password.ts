import { z } from 'zod';
import { db } from '@/lib/database/db';
import { passwordChanged } from '@/lib/members/events';
import { mailedLinkLimits } from '@/lib/members/limits';
import { openReset } from '@/lib/members/links/reset-link';
import { assertGoodPassword, hashPassword } from '@/lib/members/passwords';
import { memberPolicy } from '@/lib/members/policy';
import { resetPasswordInput } from '@/lib/members/schema';
import { endSessionsOf, members } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Sets the password that was chosen behind a mailed link, and ends every sign-in. @throws AppError `not_found`, `precondition`, `invalid` */
export const resetPassword = command({
  input: resetPasswordInput,
  answer: z.object({ email: z.string() }),
  load: async (tx, input) => await openReset(tx, input.token, { lock: true }),
  allow: permit(memberPolicy, 'member.resetPassword'),
  limits: mailedLinkLimits,
  // A link that opens nothing costs no more than the look at it.
  prepare: async (ctx, { token, password }) => {
    await openReset(db(), token);
    return await hashPassword(password, ctx);
  },
  run: async ({ tx, input, subject, prepared, now, record }) => {
    const { memberId, email, name } = subject;
    assertGoodPassword(input.password, [email, name]);
    await members.writeAll(tx, { id: memberId }, { passwordHash: prepared });
    await tx.passwordReset.updateMany({ where: { memberId, usedAt: null }, data: { usedAt: now } });
    record(passwordChanged({ memberId, how: 'RESET' }));
    record(...(await endSessionsOf(tx, memberId, 'PASSWORD_CHANGED')));
    return { email };
  },
});
