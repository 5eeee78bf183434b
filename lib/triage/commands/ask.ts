import { lockWaitingReport } from '@/lib/incidents/triage/lock-report';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { reportLifecycle } from '@/lib/reports/lifecycle';
import { reportPolicy } from '@/lib/reports/policy';
import { askReporter } from '@/lib/reports/triage/decide';
import { decisionView } from '@/lib/triage/queries/decision';
import { triageDecisionSchema } from '@/lib/triage/queries/views';
import { askInput } from '@/lib/triage/schema';

/** Asks the reporter something before deciding. Until the answer comes, the time does not count. */
export const askReport = command({
  name: 'report.ask',
  input: askInput,
  answer: triageDecisionSchema,
  load: (tx, input) => lockWaitingReport(tx, input),
  allow: permit(reportPolicy, 'report.ask'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    reportLifecycle.assertMove(subject.state, 'WAITING_FOR_REPORTER');
    if (subject.channel === 'ALERT') {
      throw new AppError('precondition', 'This report came from monitoring, so there is nobody to ask.');
    }
    const memberId = actingMember(ctx.actor);
    record(await askReporter(tx, { reportId: subject.id, memberId, text: input.text, now }));
    return await decisionView(tx, subject.id);
  },
});
