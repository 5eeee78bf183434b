import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { reportCorrected } from '@/lib/reports/events';
import { correctInput } from '@/lib/reports/inputs';
import { reportPolicy } from '@/lib/reports/policy';
import { correctionsOf } from '@/lib/reports/rules/corrections';
import { isOwnReport, lockReport } from '@/lib/reports/subject';
import { currentSettings } from '@/lib/settings/in-force';

/**
 * The reporter corrects what they told us, except their words: those stay, and a reply adds to them.
 * @throws AppError `not_found`, `forbidden`, `invalid`, `conflict` when the report changed since `version`
 */
export const correctReport = command({
  name: 'report.correct',
  input: correctInput,
  load: (tx, input) => lockReport(tx, input.ref),
  allow: permit(reportPolicy, 'report.correct', isOwnReport),
  run: async ({ tx, input, subject, record }): Promise<{ ref: string; version: number }> => {
    if (input.version !== undefined && input.version !== subject.version) {
      throw new AppError('conflict', 'Your report changed meanwhile. Look at it again, then correct it.');
    }
    const { organisation } = await currentSettings(tx);
    const changes = correctionsOf(input, subject, organisation.zone);
    if (changes.length === 0) return { ref: subject.ref, version: subject.version };
    const data = Object.assign({}, ...changes.map((change) => change.data), { version: { increment: 1 } });
    const { version } = await tx.report.update({
      where: { id: subject.id },
      data,
      select: { version: true },
    });
    record(reportCorrected({ reportId: subject.id, fields: changes.map((change) => change.field) }));
    return { ref: subject.ref, version };
  },
});
