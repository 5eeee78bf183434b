import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { reportLifecycle } from '@/lib/reports/lifecycle';
import { reportPolicy } from '@/lib/reports/policy';
import { assertUndecided, reports } from '@/lib/reports/subject';
import { askReporter } from '@/lib/reports/triage/decide';
import { decisionView } from '@/lib/triage/queries/decision';
import { triageDecisionSchema } from '@/lib/triage/queries/views';
import { askInput } from '@/lib/triage/schema';

/** Asks the reporter something before deciding. Until the answer comes, the time does not count. */
export const askReport = command({
  input: askInput,
  answer: triageDecisionSchema,
  subject: reports,
  of: ({ ref }) => ref,
  allow: permit(reportPolicy, 'report.ask'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    await assertUndecided(tx, subject);
    reportLifecycle.assertMove(subject.state, 'WAITING_FOR_REPORTER');
    if (subject.channel === 'ALERT') {
      throw new AppError('precondition', 'This report came from monitoring, so there is nobody to ask.');
    }
    const memberId = actingMember(ctx.actor);
    record(await askReporter(tx, { report: subject, memberId, text: input.text, now }));
    return await decisionView(tx, subject.id);
  },
});
