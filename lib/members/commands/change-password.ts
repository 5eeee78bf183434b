import { passwordChanged } from '@/lib/members/events';
import { assertGoodPassword, hashPassword, verifyPassword } from '@/lib/members/passwords';
import { memberPolicy } from '@/lib/members/policy';
import { changePasswordInput } from '@/lib/members/schema';
import { endSessionsOf, members } from '@/lib/members/subject';
import { nothing } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { assertRate } from '@/lib/platform/limits/rate-limit';
import { permit } from '@/lib/platform/policy';
import { waitingTime } from '@/lib/platform/rules/duration';

const wrong = 'This is not your password now.';

/** A member's own new password; the sign-ins on other devices end. @throws AppError `invalid`, `rate_limited` */
export const changePassword = command({
  input: changePasswordInput,
  answer: nothing,
  subject: members,
  of: (input) => input.memberId,
  allow: permit(memberPolicy, 'member.changePassword'),
  run: async ({ tx, input, subject, ctx, record }): Promise<void> => {
    await assertRate(
      [{ bucket: `change-password:${subject.id}`, limit: 10, seconds: 900 }],
      (seconds) => `Too many tries. Try again in ${waitingTime(seconds)}.`,
    );
    if (!(await verifyPassword(subject.passwordHash, input.current))) {
      throw new AppError('invalid', wrong, { fields: { current: [wrong] } });
    }
    assertGoodPassword(input.password, [subject.email, subject.name]);
    const passwordHash = await hashPassword(input.password);
    await members.write(tx, subject, { passwordHash });
    const here = ctx.actor.kind === 'member' ? ctx.actor.sessionId : null;
    record(passwordChanged({ memberId: subject.id, how: 'CHANGED' }));
    record(...(await endSessionsOf(tx, subject.id, 'PASSWORD_CHANGED', here)));
  },
});
