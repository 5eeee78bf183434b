import type { z } from 'zod';
import { nothing } from '@/lib/platform/answers/view';
import { asCommand, command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { mayMail } from '@/lib/platform/limits/mailbox';
import { permit } from '@/lib/platform/policy';
import { inEqualTime } from '@/lib/platform/process/pause';
import { reportLinkRequested } from '@/lib/reports/events';
import { linkLimits, linkMailbox } from '@/lib/reports/limits';
import { trackingTokenHash } from '@/lib/reports/links/tracking-link';
import { reportPolicy } from '@/lib/reports/policy';
import { mailLinkInput } from '@/lib/reports/schema';
import { currentSettings } from '@/lib/settings/in-force';

const askForLink = command({
  input: mailLinkInput,
  answer: nothing,
  load: (tx, input) =>
    tx.report.findFirst({
      where: { ref: input.ref, reporterEmail: input.email },
      select: { id: true, heldAt: true },
    }),
  allow: permit(reportPolicy, 'report.mailLink'),
  limits: linkLimits,
  prepare: async (ctx, { ref, email }) => await mayMail(ctx, linkMailbox, `${ref} ${email}`),
  run: async ({ tx, subject, prepared: mayBeMailed, now, record }): Promise<void> => {
    if (!subject || subject.heldAt || !mayBeMailed) return;
    const { links } = await currentSettings(tx);
    const tokenId = newId();
    await tx.reportToken.create({
      data: {
        id: tokenId,
        reportId: subject.id,
        tokenHash: trackingTokenHash(tokenId),
        onRequest: true,
        createdAt: now,
        expiresAt: new Date(now.getTime() + links.trackingDays * 86_400_000),
      },
    });
    record(reportLinkRequested({ reportId: subject.id, tokenId }));
  },
});

/**
 * Mails a new tracking link when reference and address belong together; those before it work until it is used. Answers
 * the same, and after the same time, in either case, so that nobody learns which references or addresses exist.
 * @throws AppError `invalid`, `rate_limited`
 */
export const mailLink = asCommand(
  askForLink,
  nothing,
  async (ctx: Context, raw: z.input<typeof mailLinkInput>) => await inEqualTime(askForLink(ctx, raw)),
);
