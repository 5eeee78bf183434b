import { nothing } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { fingerprint } from '@/lib/platform/limits/rate-limit';
import { permit } from '@/lib/platform/policy';
import { waitingTime } from '@/lib/platform/rules/duration';
import { reportLinkRequested } from '@/lib/reports/events';
import { trackingTokenHash } from '@/lib/reports/links/tracking-link';
import { reportPolicy } from '@/lib/reports/policy';
import { mailLinkInput } from '@/lib/reports/schema';
import { currentSettings } from '@/lib/settings/in-force';

/**
 * Mails a new tracking link, which ends those before it, when reference and address belong together. Answers nothing
 * in either case, so that nobody learns from it which references or addresses exist.
 * @throws AppError `invalid`, `rate_limited`
 */
export const mailLink = command({
  input: mailLinkInput,
  answer: nothing,
  load: (tx, input) =>
    tx.report.findFirst({
      where: { ref: input.ref, reporterEmail: input.email },
      select: { id: true, heldAt: true },
    }),
  allow: permit(reportPolicy, 'report.mailLink'),
  limits: {
    rules: (ctx, { ref, email }) => [
      // Both together: who knows the reference alone does not use up the tries of its reporter.
      { bucket: `track-link:pair:${fingerprint(`${ref} ${email}`)}`, limit: 5, seconds: 3600 },
      { bucket: `track-link:block:${ctx.addressBlock ?? 'none'}`, limit: 20, seconds: 3600 },
    ],
    sentence: (wait) => `That was asked for several times. Wait ${waitingTime(wait)}, then try again.`,
  },
  run: async ({ tx, subject, now, record }): Promise<void> => {
    if (!subject || subject.heldAt) return;
    const { links } = await currentSettings(tx);
    const tokenId = newId();
    await tx.reportToken.updateMany({
      where: { reportId: subject.id, purpose: 'TRACK', revokedAt: null },
      data: { revokedAt: now },
    });
    await tx.reportToken.create({
      data: {
        id: tokenId,
        reportId: subject.id,
        tokenHash: trackingTokenHash(tokenId),
        createdAt: now,
        expiresAt: new Date(now.getTime() + links.trackingDays * 86_400_000),
      },
    });
    record(reportLinkRequested({ reportId: subject.id, tokenId }));
  },
});
