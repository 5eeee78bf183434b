import { passwordResetRequested } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { requestResetInput } from '@/lib/members/schema';
import { command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { linkToken, linkTokenHash } from '@/lib/platform/link-tokens';
import { permit } from '@/lib/platform/policy';
import { currentSettings } from '@/lib/settings/in-force';

/** Mails a link for a new password when the address is a member's; the answer is the same when it is not. */
export const requestReset = command({
  name: 'member.requestReset',
  input: requestResetInput,
  load: async (tx, input) =>
    await tx.member.findFirst({ where: { email: input.email, disabledAt: null }, select: { id: true } }),
  allow: permit(memberPolicy, 'member.requestReset'),
  run: async ({ tx, subject, now, record }): Promise<void> => {
    if (!subject) return;
    const { links } = await currentSettings(tx);
    const id = newId();
    await tx.passwordReset.create({
      data: {
        id,
        tokenHash: linkTokenHash(linkToken('password-reset', id)),
        memberId: subject.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + links.resetMinutes * 60_000),
      },
    });
    record(passwordResetRequested({ memberId: subject.id, resetId: id }));
  },
});
