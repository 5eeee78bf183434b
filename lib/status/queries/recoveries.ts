import type { Db, Tx } from '@/lib/database/db';
import { planContentSchema } from '@/lib/plans/rules/content';
import { runEstimates } from '@/lib/runs/queries/estimate';
import type { Estimate } from '@/lib/runs/queries/plan-views';
import { currentStep, phaseState } from '@/lib/runs/rules/progress';
import { isProof } from '@/lib/runs/rules/proof';
import { rulesOf } from '@/lib/runs/subject';
import type { PublicRecovery, RecoveryState } from '@/lib/status/rules/public-recovery';
import { publicPhase } from '@/lib/status/rules/recovery';
import type { Prisma } from '@/prisma/generated/client';

const minute = 60_000;

const select = {
  id: true,
  kind: true,
  state: true,
  rtaSeconds: true,
  incidentId: true,
  startedAt: true,
  finishedAt: true,
  createdAt: true,
  planVersion: { select: { content: true } },
  steps: {
    where: { phase: { gt: 0 } },
    orderBy: { position: 'asc' },
    select: {
      phase: true,
      position: true,
      kind: true,
      state: true,
      config: true,
      startedAt: true,
      finishedAt: true,
    },
  },
} satisfies Prisma.RunSelect;

type Row = Prisma.RunGetPayload<{ select: typeof select }>;
type Step = Row['steps'][number] & ReturnType<typeof rulesOf>;

function stateOf(row: Row, step: Step | undefined): RecoveryState {
  switch (row.state) {
    case 'PRECHECK':
      return 'PREPARING';
    case 'VERIFIED':
      return 'DONE';
    case 'FAILED':
    case 'ABORTED':
      return 'STOPPED';
    case 'PAUSED':
      return 'HELD';
    default:
      if (step?.state === 'FAILED' || step?.state === 'UNKNOWN') return 'HELD';
      return step?.kind === 'VERIFICATION' ? 'CHECKING' : 'STEP';
  }
}

const timesOf = (steps: readonly Step[], key: 'startedAt' | 'finishedAt') =>
  steps.flatMap((step) => step[key]?.getTime() ?? []).toSorted((a, b) => a - b);

function phasesOf(row: Row, steps: readonly Step[], current: number | null): PublicRecovery['steps'] {
  const { phases } = planContentSchema.parse(row.planVersion.content);
  return phases.map(({ publicName }, index) => {
    const ofPhase = steps.filter(({ phase }) => phase === index + 1);
    const state = phaseState(ofPhase);
    const isOver = state === 'DONE';
    const [begun, ended] = [timesOf(ofPhase, 'startedAt')[0], timesOf(ofPhase, 'finishedAt').at(-1)];
    return {
      name: publicName,
      state: publicPhase(state, index + 1 === current),
      seconds: isOver && begun && ended ? Math.round((ended - begun) / 1_000) : null,
    };
  });
}

/** Whole minutes, the first rounded down and the last up, so that the words claim no more than the figures. */
function expectedOf({ fromSeconds, toSeconds }: Estimate, now: Date): PublicRecovery['expected'] {
  if (fromSeconds === null || toSeconds === null) return null;
  const at = (seconds: number) => now.getTime() + seconds * 1_000;
  return {
    from: new Date(Math.floor(at(fromSeconds) / minute) * minute).toISOString(),
    to: new Date(Math.ceil(at(toSeconds) / minute) * minute).toISOString(),
  };
}

function knownOf(
  { basis, runs, drills, lastAt, samples }: Estimate,
  untimed: number,
): PublicRecovery['known'] {
  const [least, most] = [samples[0], samples.at(-1)];
  if (basis === 'NEVER' || lastAt === null || least === undefined || most === undefined) return null;
  return { drills, live: runs - drills, least, most, lastAt, untimed };
}

async function recoveryOf(db: Db | Tx, row: Row, now: Date): Promise<PublicRecovery> {
  const steps = row.steps.map((step) => ({ ...step, ...rulesOf(step.config) }));
  const front = currentStep(steps);
  const state = stateOf(row, front);
  const under = state === 'STEP' || state === 'CHECKING' || state === 'HELD' || state === 'STOPPED';
  const step = under && front ? front.phase : null;
  const phases = phasesOf(row, steps, state === 'STOPPED' ? null : step);
  const open = row.finishedAt === null;
  const estimates = open ? await runEstimates(db, row.id, now) : null;
  const changes = [row.createdAt, row.startedAt, row.finishedAt].flatMap((at) => at?.getTime() ?? []);
  const changedAt = Math.max(...changes, ...timesOf(steps, 'startedAt'));
  return {
    id: row.id,
    kind: row.kind,
    state,
    step,
    of: phases.length,
    steps: phases,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    changedAt: new Date(changedAt).toISOString(),
    expected: estimates?.remaining && state !== 'HELD' ? expectedOf(estimates.remaining, now) : null,
    known: estimates ? knownOf(estimates.planned, estimates.remaining?.untimed ?? 0) : null,
  };
}

/**
 * By incident: its newest live run that users are told of, because the operator agreed. Drills and demo history never,
 * nor what ended with exceptions: it is no claim that the plan worked.
 */
export async function publicRecoveries(
  db: Db | Tx,
  incidentIds: readonly string[],
  now: Date,
): Promise<Map<string, PublicRecovery>> {
  const rows = await db.run.findMany({
    where: { incidentId: { in: [...incidentIds] }, mode: 'LIVE', announces: true, demoHistory: false },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select,
  });
  const newest = new Map(rows.map((row) => [row.incidentId ?? '', row]));
  const found = new Map<string, PublicRecovery>();
  for (const [incidentId, row] of newest) {
    if (row.state === 'VERIFIED' && !isProof(row)) continue;
    found.set(incidentId, await recoveryOf(db, row, now));
  }
  return found;
}
