import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { runOldPrimarySettled } from '@/lib/runs/events';
import { factsOf, runs } from '@/lib/runs/subject';

/** That it is so may be confirmed by anybody; what became of what the old primary took has to be said. */
async function unsettled(tx: Tx, serviceId: string) {
  return await tx.finding.findMany({
    where: { serviceId, runId: { not: null }, settlement: null },
    select: { id: true, runId: true, sentence: true },
    orderBy: { createdAt: 'asc' },
  });
}

/**
 * Users are led back only after somebody said what became of what the old primary took meanwhile.
 * @returns what is to be told
 * @throws AppError `precondition` when it took writes and nobody says so
 */
export async function settleOldPrimary(
  tx: Tx,
  serviceId: string,
  { settled, memberId, now }: { settled: string | undefined; memberId: string | null; now: Date },
): Promise<EventDraft[]> {
  const open = await unsettled(tx, serviceId);
  const [first] = open;
  if (!first) return [];
  if (!settled) {
    const message = `${first.sentence} Moving back would lose what it took, or what the others did. Fence it, put both together, and say how that was settled.`;
    throw new AppError('precondition', message, { fields: { settled: [message] } });
  }
  await tx.finding.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { state: 'CONFIRMED', settlement: settled, settledAt: now, confirmedById: memberId },
  });
  return await Promise.all(
    open.map(async ({ id, runId }) =>
      runOldPrimarySettled({ ...factsOf(await runs.find(tx, runId ?? '')), findingId: id }),
    ),
  );
}
