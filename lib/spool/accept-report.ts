import type { Context } from '@/lib/platform/context';
import { isAppError } from '@/lib/platform/errors';
import { withTimeLimit } from '@/lib/platform/limits/time-limit';
import { fileAdmitted } from '@/lib/reports/commands/file';
import { admit } from '@/lib/reports/intake/admission';
import type { Origin } from '@/lib/reports/intake/origin';
import type { FiledReport } from '@/lib/reports/queries/views';
import type { FileReportRaw } from '@/lib/reports/schema';
import { spool } from './spool';

/** Longer than a busy database takes and shorter than a person waits. */
const timeLimitMs = 5_000;

/**
 * Takes a report, from the form and from the API alike: stored at once, or kept on this machine while the database
 * is away. A late answer of the database does no harm, because the client key makes both the same report.
 * @throws AppError as `fileReport`; `unavailable` only when it could be kept nowhere
 */
export async function acceptReport(ctx: Context, raw: FileReportRaw, origin?: Origin): Promise<FiledReport> {
  const admission = await admit(ctx, raw, origin);
  try {
    return await withTimeLimit(timeLimitMs, fileAdmitted(ctx, admission));
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable') return await spool().store(ctx, admission);
    throw error;
  }
}
