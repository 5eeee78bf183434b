import { z } from 'zod';
import type { Tx } from '@/lib/database/db';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { reportCorrected } from '@/lib/reports/events';
import { correctLimits } from '@/lib/reports/limits';
import { confirmTokenHash } from '@/lib/reports/links/tracking-link';
import { reportPolicy } from '@/lib/reports/policy';
import { changedDetails, detailNames, detailsAfter, detailsOf } from '@/lib/reports/rules/details';
import { sinceOf } from '@/lib/reports/rules/since';
import { correctInput } from '@/lib/reports/schema';
import { type ReportSubject, reports } from '@/lib/reports/subject';
import { currentSettings } from '@/lib/settings/in-force';

const needed =
  'Your report reaches the team by the link that we mailed. Enter the address that it should go to.';

/** The question went to another address: its link ends, and a report that is held gets one for the new address. */
async function askAgain(tx: Tx, { id: reportId, heldAt }: ReportSubject, now: Date): Promise<void> {
  const purpose = 'CONFIRM_ADDRESS' as const;
  await tx.reportToken.updateMany({
    where: { reportId, purpose, revokedAt: null },
    data: { revokedAt: now },
  });
  if (!heldAt) return;
  const { links } = await currentSettings(tx);
  const id = newId();
  const expiresAt = new Date(now.getTime() + links.confirmHours * 3_600_000);
  await tx.reportToken.create({
    data: { id, reportId, purpose, tokenHash: confirmTokenHash(id), createdAt: now, expiresAt },
  });
}

/**
 * The reporter corrects what they told us, except their words: those stay, and a reply adds to them.
 * @throws AppError `not_found`, `forbidden`, `invalid` for a held report without an address, `rate_limited`, `conflict` when the report changed since `version`
 */
export const correctReport = command({
  input: correctInput,
  answer: z.object({ ref: z.string(), version: z.int() }),
  subject: reports,
  of: ({ ref }) => ref,
  allow: permit(reportPolicy, 'report.correct'),
  limits: correctLimits,
  run: async ({ tx, input, subject, now, record }): Promise<{ ref: string; version: number }> => {
    const zone = input.zone ?? (await currentSettings(tx)).organisation.zone;
    const before = detailsOf(subject);
    // "Just now" and "earlier today" were said when the report was sent, and mean that day.
    const since = sinceOf(input, zone, subject.receivedAt);
    const changes = changedDetails(before, detailsAfter(before, { ...input, ...since }));
    const fields = detailNames.filter((name) => name in changes);
    if (fields.length === 0) return { ref: subject.ref, version: subject.version };
    const isReaddressed = 'reporterEmail' in changes;
    if (subject.heldAt && changes.reporterEmail === null)
      throw new AppError('invalid', needed, { fields: { email: [needed] } });
    const { version } = await reports.write(tx, subject, {
      ...changes,
      ...(isReaddressed ? { emailCorrected: true } : {}),
    });
    if (isReaddressed) await askAgain(tx, subject, now);
    record(reportCorrected({ reportId: subject.id, fields }));
    return { ref: subject.ref, version };
  },
});
