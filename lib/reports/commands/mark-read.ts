import { z } from 'zod';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { markMessagesRead } from '@/lib/reports/conversation/post-message';
import { reportMessagesRead } from '@/lib/reports/events';
import { reportPolicy } from '@/lib/reports/policy';
import { reportInput } from '@/lib/reports/schema';
import { isOwnReport, reports } from '@/lib/reports/subject';

/** One side has seen what the other wrote. Answers how many messages were new to it. */
export const markRead = command({
  input: reportInput,
  answer: z.object({ messages: z.int() }),
  subject: reports,
  of: ({ ref }) => ref,
  allow: permit(reportPolicy, 'report.markRead'),
  run: async ({ tx, subject, ctx, now, record }): Promise<{ messages: number }> => {
    const by = isOwnReport(ctx.actor, subject) ? 'REPORTER' : 'PROVIDER';
    const messages = await markMessagesRead(tx, subject.id, by, now);
    if (messages > 0) record(reportMessagesRead({ reportId: subject.id, by, messages }));
    return { messages };
  },
});
