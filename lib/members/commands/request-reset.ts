import type { z } from 'zod';
import { passwordResetRequested } from '@/lib/members/events';
import { requestResetLimits, resetMailbox } from '@/lib/members/limits';
import { memberPolicy } from '@/lib/members/policy';
import { requestResetInput } from '@/lib/members/schema';
import { nothing } from '@/lib/platform/answers/view';
import { asCommand, command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { mayMail } from '@/lib/platform/limits/mailbox';
import { permit } from '@/lib/platform/policy';
import { inEqualTime } from '@/lib/platform/process/pause';
import { linkToken, linkTokenHash } from '@/lib/platform/secrets/link-token';
import { currentSettings } from '@/lib/settings/in-force';

/** Mails a link for a new password when the address is a member's; the answer is the same when it is not. */
const mailReset = command({
  input: requestResetInput,
  answer: nothing,
  load: async (tx, input) =>
    await tx.member.findFirst({ where: { email: input.email, disabledAt: null }, select: { id: true } }),
  allow: permit(memberPolicy, 'member.requestReset'),
  limits: requestResetLimits,
  prepare: async (ctx, { email }) => await mayMail(ctx, resetMailbox, email),
  run: async ({ tx, subject, prepared: mayBeMailed, now, record }): Promise<void> => {
    if (!subject || !mayBeMailed) return;
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

/**
 * Asks for a link to a new password. The answer and its time are the same whether the address is a member's or not, or
 * its mailbox had enough.
 * @throws AppError `invalid`, `rate_limited` for a network that asks too often
 */
export const requestReset = asCommand(
  mailReset,
  nothing,
  async (ctx: Context, raw: z.input<typeof requestResetInput>) => await inEqualTime(mailReset(ctx, raw)),
);
