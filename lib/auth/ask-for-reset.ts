import type { z } from 'zod';
import { requestReset } from '@/lib/members/commands/request-reset';
import { requestResetInput } from '@/lib/members/schema';
import { sha256 } from '@/lib/platform/canonical';
import type { Context } from '@/lib/platform/context';
import { parseInput } from '@/lib/platform/parse';
import { pause } from '@/lib/platform/pause';
import { assertRate, countAttempt } from '@/lib/platform/rate-limit';

/** Longer than making the link takes, so that the time of the answer does not tell whether there was one to make. */
const answerMs = 250;

/**
 * Asks for a link to a new password. The answer and its time are the same whether the address is a member's or not,
 * and an address gets three links an hour at most, so that its mailbox cannot be flooded.
 * @throws AppError `invalid`, `rate_limited` for a network that asks too often
 */
export async function askForReset(ctx: Context, raw: z.input<typeof requestResetInput>): Promise<void> {
  const { email } = parseInput(requestResetInput, raw);
  const { idempotencyKey: _, ...call } = ctx;
  await assertRate(
    [{ bucket: `reset:block:${ctx.addressBlock ?? 'direct'}`, limit: 10, seconds: 600 }],
    (seconds) => `Too many requests from this network. Try again in ${Math.ceil(seconds / 60)} minutes.`,
  );
  const bucket = `reset:account:${Buffer.from(sha256(email)).toString('base64url').slice(0, 22)}`;
  const send = async (): Promise<void> => {
    if ((await countAttempt([{ bucket, limit: 3, seconds: 3_600 }])) === 0)
      await requestReset(call, { email });
  };
  await Promise.all([send(), pause(answerMs)]);
}
