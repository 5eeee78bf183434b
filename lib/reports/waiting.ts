import type { Tx } from '@/lib/platform/db';

/** Seconds that a report waited for its reporter: from each question of the team to the next reply, or to `now`. */
export async function waitedSeconds(tx: Tx, reportId: string, now: Date): Promise<number> {
  const turns = await tx.reportMessage.findMany({
    where: { reportId, author: { in: ['REPORTER', 'PROVIDER'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { author: true, createdAt: true },
  });
  let askedAt: Date | null = null;
  let milliseconds = 0;
  for (const turn of turns) {
    if (turn.author === 'PROVIDER') askedAt ??= turn.createdAt;
    else if (askedAt) {
      milliseconds += turn.createdAt.getTime() - askedAt.getTime();
      askedAt = null;
    }
  }
  if (askedAt) milliseconds += Math.max(0, now.getTime() - askedAt.getTime());
  return Math.round(milliseconds / 1000);
}
