import { db } from '@/lib/database/db';
import { loadAllowed } from '@/lib/platform/access/load-allowed';
import { asCommand } from '@/lib/platform/command';
import { actorScope, type Context } from '@/lib/platform/context';
import { permit } from '@/lib/platform/policy';
import { reportPolicy } from '@/lib/reports/policy';
import { type FiledReport, filedReportSchema } from '@/lib/reports/queries/views';
import { type FileReportRaw, fileReportInput } from '@/lib/reports/schema';
import { fileReport } from './file';

const allow = permit(reportPolicy, 'report.fileForOther');

/** A responder enters what somebody says on the phone. The report is that person's, not the responder's. */
async function fileForOtherPerson(ctx: Context, raw: FileReportRaw): Promise<FiledReport> {
  await loadAllowed(db(), allow, ctx, () => undefined);
  const enteredBy = ctx.actor.kind === 'member' ? { enteredById: ctx.actor.memberId } : {};
  return await fileReport(ctx, raw, { channel: 'PHONE', source: `phone:${actorScope(ctx)}`, ...enteredBy });
}

export const fileForOther = asCommand(
  { commandName: 'report.fileForOther', act: allow.act, policy: allow.row, input: fileReportInput },
  filedReportSchema,
  fileForOtherPerson,
);
