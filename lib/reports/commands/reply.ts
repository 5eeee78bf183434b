import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { markMessagesRead, postMessage } from '@/lib/reports/conversation/post-message';
import { reportLifecycle } from '@/lib/reports/lifecycle';
import { reporterLimits } from '@/lib/reports/limits';
import { reportPolicy } from '@/lib/reports/policy';
import { postedMessageSchema } from '@/lib/reports/queries/views';
import { replyInput } from '@/lib/reports/schema';
import { reports } from '@/lib/reports/subject';

/**
 * The reporter writes to the team. A report that waited for its reporter goes back into the queue.
 * Answers `{id, at}` of the message; sent twice with one client key, it is one message.
 * @throws AppError `not_found`, `forbidden`, `rate_limited`
 */
export const replyToTeam = command({
  input: replyInput,
  answer: postedMessageSchema,
  subject: reports,
  of: ({ ref }) => ref,
  allow: permit(reportPolicy, 'report.reply'),
  limits: reporterLimits,
  run: async ({ tx, input, subject, ctx, now, record }) => {
    const { message, event } = await postMessage(tx, subject, {
      author: 'REPORTER',
      memberId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
      text: input.text,
      clientKey: input.clientKey ?? null,
      now,
    });
    if (!event) return message;
    await markMessagesRead(tx, subject.id, 'REPORTER', now);
    if (subject.state === 'WAITING_FOR_REPORTER') {
      reportLifecycle.assertMove(subject.state, 'NEW');
      await reports.write(tx, subject, { state: 'NEW' });
    }
    record(event);
    return message;
  },
});
