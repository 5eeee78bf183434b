import { z } from 'zod';
import { snapshotGateLinesSchema } from '@/lib/datasets/rules/gate';
import { planContentSchema } from '@/lib/plans/rules/content';
import { holderView } from '@/lib/platform/answers/view';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { isOwnRun } from '@/lib/runs/ownership';
import { runPolicy } from '@/lib/runs/policy';
import type { RunSnapshotView, RunStepView, RunView } from '@/lib/runs/queries/views';
import { openRunActs } from '@/lib/runs/rules/acts';
import { phaseState } from '@/lib/runs/rules/progress';
import { runSentence } from '@/lib/runs/rules/sentence';
import { runRefSchema } from '@/lib/runs/schema';
import { reloadsOf } from '@/lib/runs/steps/restored-snapshot';
import { rulesOf, runs } from '@/lib/runs/subject';
import type { Prisma } from '@/prisma/generated/client';
import { runEstimates } from './estimate';
import { iso, precheckViews, stepViewSelect, stepViews } from './step-views';
import { runViewSchema } from './views';

const named = { id: true, name: true } as const;

const runSelect = {
  id: true,
  ref: true,
  version: true,
  kind: true,
  mode: true,
  drillKind: true,
  state: true,
  waitingFor: true,
  announces: true,
  demoHistory: true,
  clockStartedAt: true,
  startedAt: true,
  pausedAt: true,
  finishedAt: true,
  rtaSeconds: true,
  rpaSeconds: true,
  safeStateNote: true,
  deviations: true,
  operatorId: true,
  operator: { select: { ...named, disabledAt: true } },
  service: { select: { ...named, slug: true, rtoMinutes: true, rpoMinutes: true } },
  plan: { select: named },
  planVersion: { select: { number: true, content: true } },
  incident: { select: { ref: true, title: true, startedAt: true } },
  steps: { orderBy: { position: 'asc' }, select: stepViewSelect },
  snapshots: {
    orderBy: { chosenAt: 'desc' },
    select: {
      gate: true,
      passed: true,
      overrideReason: true,
      restoredAt: true,
      snapshot: {
        select: {
          id: true,
          externalId: true,
          takenAt: true,
          location: true,
          sizeBytes: true,
          dataset: { select: { name: true } },
        },
      },
    },
  },
  updates: {
    where: { retractedAt: null },
    orderBy: { publishedAt: 'desc' },
    select: {
      publishedAt: true,
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
    },
  },
} satisfies Prisma.RunSelect;

type Row = Prisma.RunGetPayload<{ select: typeof runSelect }>;

function snapshotView({ snapshot, ...chosen }: Row['snapshots'][number]): RunSnapshotView {
  return {
    id: snapshot.id,
    datasetName: snapshot.dataset.name,
    externalId: snapshot.externalId,
    takenAt: snapshot.takenAt.toISOString(),
    location: snapshot.location,
    sizeBytes: Number(snapshot.sizeBytes),
    passed: chosen.passed,
    gate: snapshotGateLinesSchema.parse(chosen.gate),
    overrideReason: chosen.overrideReason,
    restoredAt: iso(chosen.restoredAt),
  };
}

function phaseViews(row: Row, steps: RunStepView[]): RunView['phases'] {
  const { phases } = planContentSchema.parse(row.planVersion.content);
  const ruledSteps = row.steps.map((step) => ({ ...step, ...rulesOf(step.config) }));
  return phases.map((phase, index) => {
    const number = index + 1;
    const own = steps.filter((step) => step.phase === number);
    const state = phaseState(ruledSteps.filter((step) => step.phase === number));
    const begun = own.flatMap((step) => step.startedAt ?? []).sort();
    const ended = own.flatMap((step) => step.finishedAt ?? []).sort();
    const expected = own.map((step) => step.expectedSeconds);
    return {
      number,
      name: phase.name,
      publicName: phase.publicName,
      state,
      startedAt: begun[0] ?? null,
      finishedAt: state === 'DONE' || state === 'SKIPPED' ? (ended.at(-1) ?? null) : null,
      // A sum with a gap in it would promise too little.
      expectedSeconds: expected.some((seconds) => seconds === null)
        ? null
        : expected.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0),
    };
  });
}

/** The step that the run's sentence speaks of: the first that is not behind it. */
function stepInFront(row: Row, steps: RunStepView[]): RunStepView | undefined {
  const carriedOn = new Set(
    row.steps.filter((step) => rulesOf(step.config).onFailure === 'CARRY_ON').map((step) => step.id),
  );
  return steps.find(
    ({ id, state }) => !['DONE', 'SKIPPED'].includes(state) && !(state === 'FAILED' && carriedOn.has(id)),
  );
}

/** A run with everything its page shows, and the acts that the reader may do now. @returns `RunView` */
export const runRead = query({
  name: 'run.read',
  input: z.object({ ref: runRefSchema }),
  answer: runViewSchema,
  load: (db, { ref }) => runs.read(db, ref, runSelect),
  allow: permit(runPolicy, 'run.read', isOwnRun),
  run: async ({ db, subject: row, ctx }): Promise<RunView> => {
    const now = ctx.now ?? new Date();
    const { planned, remaining } = await runEstimates(db, row.id, now);
    const steps = stepViews(row.steps, ctx.actor, row);
    const precheck = precheckViews(row.steps);
    const reloads = row.steps.some((step) => reloadsOf(step) !== null);
    const { id, ref, version, kind, mode, drillKind, state, waitingFor, announces, demoHistory } = row;
    const { rtaSeconds, rpaSeconds, safeStateNote, deviations, operator, service } = row;
    return {
      id,
      ref,
      version,
      kind,
      mode,
      drillKind,
      state,
      waitingFor,
      announces,
      demoHistory,
      rtaSeconds,
      rpaSeconds,
      safeStateNote,
      deviations,
      operator: operator && holderView(operator),
      service,
      sentence: runSentence({ ...row, precheck, steps }, stepInFront(row, steps)),
      plan: { ...row.plan, versionNumber: row.planVersion.number },
      incident: row.incident && { ...row.incident, startedAt: row.incident.startedAt.toISOString() },
      clockStartedAt: iso(row.clockStartedAt),
      startedAt: iso(row.startedAt),
      pausedAt: iso(row.pausedAt),
      finishedAt: iso(row.finishedAt),
      precheck,
      phases: phaseViews(row, steps),
      steps,
      estimate: remaining,
      planned,
      snapshots: row.snapshots.map(snapshotView),
      announcements: row.updates.map((update) => ({
        at: update.publishedAt.toISOString(),
        text: update.revisions[0]?.body ?? '',
      })),
      acts: openRunActs(ctx.actor, { state, operatorId: row.operatorId, reloads }),
      now: now.toISOString(),
    };
  },
});
