import { isRetryable, refuseUnread, translateDatabaseError } from '@/lib/database/database-errors';
import { db, pool } from '@/lib/database/db';
import { loadAllowed } from '@/lib/platform/access/load-allowed';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { type Admission, letIn } from '@/lib/reports/intake/admission';
import { referenceOf } from '@/lib/reports/intake/derived-reference';
import { earlierReport, storeGivenLink } from '@/lib/reports/intake/earlier-report';
import { type FileAnswer, fileStatement } from '@/lib/reports/intake/file-statement';
import { intakeSettings } from '@/lib/reports/intake/intake-settings';
import type { Origin } from '@/lib/reports/intake/origin';
import { prepareReport } from '@/lib/reports/intake/prepare-report';
import { saidHash } from '@/lib/reports/intake/said-hash';
import { trackingPath } from '@/lib/reports/links/tracking-link';
import { reportPolicy } from '@/lib/reports/policy';
import { type FiledReport, filedReportSchema } from '@/lib/reports/queries/views';
import { type FileReportRaw, fileReportInput } from '@/lib/reports/schema';

const allow = permit(reportPolicy, 'report.file');
const tries = 5;

type Prepared = Awaited<ReturnType<typeof prepareReport>>;

function isReferenceTaken(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'report_ref_key';
}

/** Tries again with the next reference when another report has it, and as it is after a deadlock. */
async function insert(
  { clientKey, origin }: Admission,
  { row, extras }: Prepared,
): Promise<{ ref: string; answer: FileAnswer | undefined }> {
  let taken = 0;
  for (let attempt = 1; ; attempt += 1) {
    const ref = referenceOf(origin.source, clientKey, taken);
    try {
      const { rows } = await pool().query<FileAnswer>(fileStatement({ ...row, ref }, extras));
      return { ref, answer: rows[0] };
    } catch (error) {
      if (isReferenceTaken(error)) taken += 1;
      else if (!isRetryable(error)) throw error;
      if (attempt === tries) throw error;
    }
  }
}

/** Sent before: the same answer again. A link that was given out while the database was away goes on working. */
async function repeated({
  clientKey,
  origin,
  input,
  spooled,
  trackTokenId,
}: Admission): Promise<FiledReport> {
  const earlier = await earlierReport(origin.source, clientKey, saidHash(input));
  if (!earlier) throw new AppError('unavailable', 'Please send the report again.', { retryAfter: 1 });
  const { id, ...filed } = earlier;
  if (!spooled) return filed;
  await storeGivenLink(id, trackTokenId, (await intakeSettings()).trackingHours);
  return { ...filed, trackingPath: trackingPath(trackTokenId) };
}

/**
 * Stores a report that was let in: one statement, once for each client key however often it is called.
 * @throws AppError `unauthenticated`, `forbidden`, `invalid`, `conflict`, `unavailable`
 */
export async function fileAdmitted(ctx: Context, admission: Admission): Promise<FiledReport> {
  await loadAllowed(db(), allow, ctx, () => undefined);
  try {
    const prepared = await prepareReport(ctx, admission).catch(refuseUnread);
    const { ref, answer } = await insert(admission, prepared);
    if (!answer) return await repeated(admission);
    return {
      ref,
      state: answer.state,
      trackingPath: trackingPath(admission.trackTokenId),
      incidentRef: answer.incidentId ? (admission.input.incidentRef ?? null) : null,
      held: admission.held,
      spooled: false,
      receivedAt: answer.receivedAt.toISOString(),
    };
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

/**
 * Files a report: parse → limits → policy → one statement with its events. It is the one command that does not lock
 * and load first, because there is nothing to load, and because it has to keep up when everybody reports at once.
 * @throws AppError `invalid`, `rate_limited`, `conflict`, `unavailable` (then the caller keeps it in the spool)
 */
async function file(ctx: Context, raw: FileReportRaw, origin?: Origin): Promise<FiledReport> {
  return await letIn(ctx, raw, (admission) => fileAdmitted(ctx, admission), origin);
}

export const fileReport = Object.assign(file, {
  commandName: 'report.file',
  act: allow.act,
  policy: allow.row,
  input: fileReportInput,
  answer: filedReportSchema,
});
