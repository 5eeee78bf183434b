import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { reportAnswered } from '@/lib/reports/events';
import { reportLifecycle, stateAfterAnswer } from '@/lib/reports/lifecycle';
import { reporterLimits } from '@/lib/reports/limits';
import { reportPolicy } from '@/lib/reports/policy';
import { type AnsweredView, answeredViewSchema } from '@/lib/reports/queries/views';
import { confirmInput, type FixedAnswer, type ReportState } from '@/lib/reports/schema';
import { type ReportSubject, reports } from '@/lib/reports/subject';

/** Whoever was not asked may say so too; only an asked report moves. */
function stateAfter(report: ReportSubject, answer: FixedAnswer): ReportState {
  if (report.state === 'FIXED_ASKED') return stateAfterAnswer(answer);
  if (report.state === 'CONFIRMED' && answer !== 'WORKS') {
    const sentence =
      'You told us that it works again. If it is broken again, write to the team or send a new report.';
    throw new AppError('conflict', sentence);
  }
  return report.state;
}

/**
 * "Is it working for you now?" Works: the report is confirmed. Partly or not yet: it is still broken, and the lead
 * of the incident is asked.
 * @throws AppError `not_found`, `forbidden`, `conflict` after it was confirmed
 */
export const confirmReport = command({
  input: confirmInput,
  answer: answeredViewSchema,
  subject: reports,
  of: ({ ref }) => ref,
  allow: permit(reportPolicy, 'report.confirm'),
  limits: reporterLimits,
  run: async ({ tx, input, subject, now, record }): Promise<AnsweredView> => {
    const state = stateAfter(subject, input.answer);
    const answerId = newId();
    await tx.reportAnswer.create({
      data: {
        id: answerId,
        reportId: subject.id,
        answer: input.answer,
        comment: input.comment,
        createdAt: now,
      },
    });
    if (state !== subject.state) {
      reportLifecycle.assertMove(subject.state, state);
      const closedAt = reportLifecycle.isFinal(state) ? { closedAt: now } : {};
      await reports.write(tx, subject, { state, ...closedAt });
    }
    record(
      reportAnswered({
        reportId: subject.id,
        incidentId: subject.incidentId,
        answerId,
        answer: input.answer,
        asked: subject.state === 'FIXED_ASKED',
      }),
    );
    return { ref: subject.ref, state, answer: input.answer };
  },
});
