import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';
import { reportReplied } from '@/lib/reports/events';
import type { PostedMessage } from '@/lib/reports/queries/views';
import type { MessageAuthor } from '@/lib/reports/schema';
import type { ReportSubject } from '@/lib/reports/subject';

interface NewMessage {
  author: MessageAuthor;
  memberId: string | null;
  text: string;
  clientKey: string | null;
  now: Date;
}

/**
 * One entry of the conversation, once for each client key. @returns without an event when it was there already
 * @throws AppError `conflict` when something else was sent with the client key
 */
export async function postMessage(
  tx: Tx,
  report: ReportSubject,
  sent: NewMessage,
): Promise<{ message: PostedMessage; event: EventDraft | null }> {
  if (sent.clientKey) {
    const where = { reportId_clientKey: { reportId: report.id, clientKey: sent.clientKey } };
    const earlier = await tx.reportMessage.findUnique({ where });
    if (earlier) {
      assertSame(earlier, sent);
      return { message: { id: earlier.id, at: earlier.createdAt.toISOString() }, event: null };
    }
  }
  const id = newId();
  await tx.reportMessage.create({
    data: {
      id,
      reportId: report.id,
      author: sent.author,
      memberId: sent.memberId,
      clientKey: sent.clientKey,
      body: sent.text,
      createdAt: sent.now,
    },
  });
  const event = reportReplied({
    reportId: report.id,
    messageId: id,
    author: sent.author,
    incidentId: report.incidentId,
  });
  return { message: { id, at: sent.now.toISOString() }, event };
}

function assertSame(
  earlier: { author: MessageAuthor; memberId: string | null; body: string },
  { author, memberId, text }: NewMessage,
): void {
  if (earlier.author === author && earlier.memberId === memberId && earlier.body === text) return;
  throw new AppError(
    'conflict',
    'Another message was sent with this client key, and it arrived. Use a new key for a new message.',
  );
}

/** Marks what the other side wrote as seen. @returns how many were new */
export async function markMessagesRead(
  tx: Tx,
  reportId: string,
  by: MessageAuthor,
  now: Date,
): Promise<number> {
  const { count } = await tx.reportMessage.updateMany({
    where: { reportId, author: { not: by }, readAt: null },
    data: { readAt: now },
  });
  return count;
}
