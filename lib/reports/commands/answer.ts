import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { markMessagesRead, postMessage } from '@/lib/reports/conversation/post-message';
import { reportPolicy } from '@/lib/reports/policy';
import { postedMessageSchema } from '@/lib/reports/queries/views';
import { replyInput } from '@/lib/reports/schema';
import { reports } from '@/lib/reports/subject';

/**
 * The team writes to the reporter, who gets it on the page and by mail. It decides nothing about the report.
 * Answers `{id, at}` of the message. @throws AppError `not_found`, `forbidden`
 */
export const answerReporter = command({
  input: replyInput,
  answer: postedMessageSchema,
  subject: reports,
  of: ({ ref }) => ref,
  allow: permit(reportPolicy, 'report.answer'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    const { message, event } = await postMessage(tx, subject, {
      author: 'PROVIDER',
      memberId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
      text: input.text,
      clientKey: input.clientKey ?? null,
      now,
    });
    if (!event) return message;
    await markMessagesRead(tx, subject.id, 'PROVIDER', now);
    record(event);
    return message;
  },
});
