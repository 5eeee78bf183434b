import { passwordChanged } from '@/lib/members/events';
import { endSessionsOf, lockMember } from '@/lib/members/member-rows';
import { isThatMember } from '@/lib/members/own';
import { assertGoodPassword, hashPassword, verifyPassword } from '@/lib/members/passwords';
import { memberPolicy } from '@/lib/members/policy';
import { changePasswordInput } from '@/lib/members/schema';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { assertRate } from '@/lib/platform/rate-limit';

const wrong = 'This is not your password now.';

/** A member's own new password; the sign-ins on other devices end. @throws AppError `invalid`, `rate_limited` */
export const changePassword = command({
  name: 'member.changePassword',
  input: changePasswordInput,
  load: async (tx, input) => await lockMember(tx, input.memberId),
  allow: permit(memberPolicy, 'member.changePassword', isThatMember),
  run: async ({ tx, input, subject, ctx, record }): Promise<void> => {
    await assertRate(
      [{ bucket: `change-password:${subject.id}`, limit: 10, seconds: 900 }],
      (seconds) => `Too many tries. Try again in ${Math.ceil(seconds / 60)} minutes.`,
    );
    if (!(await verifyPassword(subject.passwordHash, input.current))) {
      throw new AppError('invalid', wrong, { fields: { current: [wrong] } });
    }
    assertGoodPassword(input.password, [subject.email, subject.name]);
    const passwordHash = await hashPassword(input.password);
    await tx.member.update({ where: { id: subject.id }, data: { passwordHash, version: { increment: 1 } } });
    const here = ctx.actor.kind === 'member' ? ctx.actor.sessionId : null;
    record(passwordChanged({ memberId: subject.id, how: 'CHANGED' }));
    record(...(await endSessionsOf(tx, subject.id, 'PASSWORD_CHANGED', here)));
  },
});
