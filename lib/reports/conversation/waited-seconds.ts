import type { Tx } from '@/lib/database/db';
import { reportAsked, reportReplied } from '@/lib/reports/events';

/** Seconds that a report waited for its reporter: from each question to the next reply, or to `now`. */
export async function waitedSeconds(tx: Tx, reportId: string, now: Date): Promise<number> {
  const turns = await tx.event.findMany({
    where: {
      type: { in: [reportAsked.type, reportReplied.type] },
      subjects: { some: { kind: 'report', subjectId: reportId } },
    },
    orderBy: { id: 'asc' },
    select: { type: true, data: true, occurredAt: true },
  });
  let askedAt: Date | null = null;
  let milliseconds = 0;
  for (const { type, data, occurredAt } of turns) {
    if (type === reportAsked.type) askedAt ??= occurredAt;
    else if (askedAt && reportReplied.read({ type, data })?.author === 'REPORTER') {
      milliseconds += occurredAt.getTime() - askedAt.getTime();
      askedAt = null;
    }
  }
  if (askedAt) milliseconds += Math.max(0, now.getTime() - askedAt.getTime());
  return Math.round(milliseconds / 1000);
}
