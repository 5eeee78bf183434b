import type { Context } from '@/lib/platform/context';
import { AppError, isAppError } from '@/lib/platform/errors';
import { type Admission, admit } from '@/lib/reports/admission';
import { fileAdmitted } from '@/lib/reports/commands/file';
import type { FiledReport } from '@/lib/reports/filed-schema';
import type { FileReportRaw } from '@/lib/reports/inputs';
import type { Origin } from '@/lib/reports/origin';
import { spool } from './spool';

/** Longer than a busy database takes and shorter than a person waits. */
const patienceMs = 6_000;

async function withPatience(ctx: Context, admission: Admission): Promise<FiledReport> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    const late = new AppError('unavailable', 'The database does not answer in time.', { retryAfter: 5 });
    timer = setTimeout(() => reject(late), patienceMs);
  });
  try {
    return await Promise.race([fileAdmitted(ctx, admission), impatience]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Takes a report, from the form and from the API alike: stored at once, or kept on this machine while the database
 * is away. A late answer of the database does no harm, because the client key makes both the same report.
 * @throws AppError as `fileReport`; `unavailable` only when it could be kept nowhere
 */
export async function acceptReport(ctx: Context, raw: FileReportRaw, origin?: Origin): Promise<FiledReport> {
  const admission = await admit(ctx, raw, origin);
  try {
    return await withPatience(ctx, admission);
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable') return await spool().keep(ctx, admission);
    throw error;
  }
}
