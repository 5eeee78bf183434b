import type { z } from 'zod';
import { passwordResetRequested } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { requestResetInput } from '@/lib/members/schema';
import { nothing } from '@/lib/platform/answers/view';
import { asCommand, command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { parseInput } from '@/lib/platform/input/parse-input';
import { assertRate, countAttempt, fingerprint } from '@/lib/platform/limits/rate-limit';
import { permit } from '@/lib/platform/policy';
import { pause } from '@/lib/platform/process/pause';
import { waitingTime } from '@/lib/platform/rules/duration';
import { linkToken, linkTokenHash } from '@/lib/platform/secrets/link-token';
import { currentSettings } from '@/lib/settings/in-force';

/** Mails a link for a new password when the address is a member's; the answer is the same when it is not. */
const mailReset = command({
  input: requestResetInput,
  answer: nothing,
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

/** Longer than making the link takes, so that the time of the answer does not tell whether there was one to make. */
const answerMs = 250;

async function ask(ctx: Context, raw: z.input<typeof requestResetInput>): Promise<void> {
  const { email } = parseInput(requestResetInput, raw);
  await assertRate(
    [{ bucket: `reset:block:${ctx.addressBlock ?? 'direct'}`, limit: 10, seconds: 600 }],
    (seconds) => `Too many requests from this network. Try again in ${waitingTime(seconds)}.`,
  );
  const bucket = `reset:account:${fingerprint(email)}`;
  const send = async (): Promise<void> => {
    if ((await countAttempt([{ bucket, limit: 3, seconds: 3_600 }])) === 0) await mailReset(ctx, { email });
  };
  await Promise.all([send(), pause(answerMs)]);
}

/**
 * Asks for a link to a new password. The answer and its time are the same whether the address is a member's or not,
 * and an address gets three links an hour at most, so that its mailbox cannot be flooded.
 * @throws AppError `invalid`, `rate_limited` for a network that asks too often
 */
export const requestReset = asCommand(mailReset, nothing, ask);
