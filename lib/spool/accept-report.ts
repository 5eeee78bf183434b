import { mayPass } from '@/lib/database/database-errors';
import { databaseHealth } from '@/lib/database/db';
import { consequences, troubleOf } from '@/lib/database/health/trouble';
import type { Context } from '@/lib/platform/context';
import { withTimeLimit } from '@/lib/platform/limits/time-limit';
import { logger } from '@/lib/platform/process/log';
import { patience } from '@/lib/platform/process/patience';
import { fileAdmitted } from '@/lib/reports/commands/file';
import { type Admission, letIn } from '@/lib/reports/intake/admission';
import type { Origin } from '@/lib/reports/intake/origin';
import type { FiledReport } from '@/lib/reports/queries/views';
import type { FileReportRaw } from '@/lib/reports/schema';
import { spool } from './spool';

/** While the database is known not to take it, nobody waits for its refusal. */
function isWorthATry(): boolean {
  const { state } = databaseHealth();
  return state === 'well' || consequences[state].stores;
}

/**
 * Takes a report, from the form and from the API alike: stored at once, or kept on this machine while the database
 * does not take it, whatever its trouble is. A late answer of the database does no harm, because the client key makes
 * both the same report.
 * @throws AppError as `fileReport`; `unavailable` only when it could be kept nowhere
 */
export async function acceptReport(ctx: Context, raw: FileReportRaw, origin?: Origin): Promise<FiledReport> {
  return await letIn(ctx, raw, (admission) => storeOrKeep(ctx, admission), origin);
}

async function storeOrKeep(ctx: Context, admission: Admission): Promise<FiledReport> {
  if (!isWorthATry()) return await spool().store(ctx, admission);
  try {
    return await withTimeLimit(patience().toStore, fileAdmitted(ctx, admission));
  } catch (error) {
    if (!mayPass(error)) throw error;
    logger().info({ err: error }, 'spool: the database does not take a report at the moment');
    databaseHealth().saw(troubleOf(error) ?? 'slow');
    return await spool().store(ctx, admission);
  }
}
