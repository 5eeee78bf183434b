import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { reportPolicy } from '@/lib/reports/policy';
import { assertUndecided, reports } from '@/lib/reports/subject';
import { declineReport as writeDecline } from '@/lib/reports/triage/decide';
import { decisionView } from '@/lib/triage/queries/decision';
import { triageDecisionSchema } from '@/lib/triage/queries/views';
import { declineInput } from '@/lib/triage/schema';

/** Declines a report, with a reason that its reporter gets. */
export const declineReport = command({
  input: declineInput,
  answer: triageDecisionSchema,
  subject: reports,
  of: ({ ref }) => ref,
  allow: permit(reportPolicy, 'report.decline'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    await assertUndecided(tx, subject);
    const memberId = actingMember(ctx.actor);
    record(await writeDecline(tx, { report: subject, memberId, text: input.reason, now }));
    return await decisionView(tx, subject.id);
  },
});
