import type { Db, Tx } from '@/lib/database/db';
import type { PastRun } from '@/lib/runs/rules/estimate';
import { provenRuns } from '@/lib/runs/rules/proof';

/** Older ones say little about the machines of today. */
const mostRuns = 50;

/** Between two steps the machine hands over, which takes its time each time; a longer gap is a pause by somebody. */
const handOverSeconds = 10;

interface TimedStep {
  stepId: string;
  state: string;
  startedAt: Date | null;
  finishedAt: Date | null;
  attempts: { preparedAt: Date }[];
}

const seconds = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1_000;

/** What each step that was done took, with its hand-over and all its tries. */
function stepSeconds(steps: readonly TimedStep[], startedAt: Date): Record<string, number> {
  const found: Record<string, number> = {};
  let before = startedAt;
  for (const { stepId, state, startedAt: began, finishedAt, attempts } of steps) {
    if (!began || !finishedAt) continue;
    const first = new Date(Math.min(began.getTime(), ...attempts.map((one) => one.preparedAt.getTime())));
    const handOver = Math.min(handOverSeconds, Math.max(0, seconds(before, first)));
    if (state === 'DONE') found[stepId] = Math.max(0, seconds(first, finishedAt)) + handOver;
    before = finishedAt;
  }
  return found;
}

/**
 * The runs of a plan that may be claimed from, the newest first: verified ones without exceptions, live or full and functional drills,
 * never demo history. A tabletop drill only talks the plan through: it times nothing.
 */
export async function pastRuns(db: Db | Tx, planId: string): Promise<PastRun[]> {
  const rows = await db.run.findMany({
    where: {
      planId,
      ...provenRuns,
      startedAt: { not: null },
      finishedAt: { not: null },
      OR: [{ drillKind: null }, { drillKind: { not: 'TABLETOP' } }],
    },
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    take: mostRuns,
    select: {
      id: true,
      mode: true,
      startedAt: true,
      finishedAt: true,
      steps: {
        orderBy: { position: 'asc' },
        select: {
          stepId: true,
          state: true,
          startedAt: true,
          finishedAt: true,
          attempts: { select: { preparedAt: true } },
        },
      },
    },
  });
  return rows.flatMap(({ id, mode, startedAt, finishedAt, steps }) =>
    startedAt && finishedAt
      ? [{ id, mode, finishedAt: finishedAt.toISOString(), seconds: stepSeconds(steps, startedAt) }]
      : [],
  );
}
