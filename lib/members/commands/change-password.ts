import type { z } from 'zod';
import { db } from '@/lib/database/db';
import { changePasswordLimits } from '@/lib/members/limits';
import { assertGoodPassword, hashPassword, verifyPassword } from '@/lib/members/passwords';
import { memberPolicy } from '@/lib/members/policy';
import { changePasswordInput } from '@/lib/members/schema';
import { isThatMember, members, writePassword } from '@/lib/members/subject';
import { nothing } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

function wrong(): AppError {
  const sentence = 'This is not your password now.';
  return new AppError('invalid', sentence, { fields: { current: [sentence] } });
}

interface Hashes {
  before: string | null;
  after: string;
}

/** Looks at the old password and hashes the new one. Nothing for somebody else's, which the policy then refuses. */
async function hashes(
  ctx: Context,
  { memberId, current, password }: z.output<typeof changePasswordInput>,
): Promise<Hashes | null> {
  if (!isThatMember(ctx.actor, { id: memberId })) return null;
  const wanted = { passwordHash: true, email: true, name: true } as const;
  const { passwordHash, email, name } = await members.read(db(), memberId, wanted);
  if (!(await verifyPassword(passwordHash, current, ctx))) throw wrong();
  assertGoodPassword(password, [email, name]);
  return { before: passwordHash, after: await hashPassword(password, ctx) };
}

/** A member's own new password; the sign-ins on other devices end. @throws AppError `invalid`, `rate_limited` */
export const changePassword = command({
  input: changePasswordInput,
  answer: nothing,
  subject: members,
  of: (input) => input.memberId,
  allow: permit(memberPolicy, 'member.changePassword'),
  limits: changePasswordLimits,
  prepare: hashes,
  run: async ({ tx, subject, prepared, ctx, record }): Promise<void> => {
    // Somebody else who knew it may have changed it while this one was looked at.
    if (subject.passwordHash !== prepared?.before) throw wrong();
    const here = ctx.actor.kind === 'member' ? ctx.actor.sessionId : null;
    record(...(await writePassword(tx, subject, { hash: prepared.after, how: 'CHANGED', except: here })));
  },
});
