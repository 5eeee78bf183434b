import { incidents } from '@/lib/incidents/subject';
import { planContentSchema } from '@/lib/plans/rules/content';
import { newestFirst } from '@/lib/platform/answers/paging';
import { holderView } from '@/lib/platform/answers/view';
import { permitList } from '@/lib/platform/policy';
import { listQuery } from '@/lib/platform/query';
import { ownRuns } from '@/lib/runs/ownership';
import { runPolicy } from '@/lib/runs/policy';
import { currentStep } from '@/lib/runs/rules/progress';
import { listRunsInput, openRunStates } from '@/lib/runs/schema';
import { rulesOf } from '@/lib/runs/subject';
import type { Prisma } from '@/prisma/generated/client';
import { iso } from './step-views';
import { type RunListView, type RunRow, runListViewSchema } from './views';

const rowSelect = {
  id: true,
  ref: true,
  kind: true,
  mode: true,
  drillKind: true,
  state: true,
  startedAt: true,
  finishedAt: true,
  rtaSeconds: true,
  rpaSeconds: true,
  demoHistory: true,
  createdAt: true,
  service: { select: { slug: true, name: true } },
  plan: { select: { id: true, name: true } },
  planVersion: { select: { number: true, content: true } },
  incident: { select: { ref: true } },
  operator: { select: { id: true, name: true, disabledAt: true } },
  steps: { select: { position: true, phase: true, kind: true, state: true, config: true } },
} satisfies Prisma.RunSelect;

type Row = Prisma.RunGetPayload<{ select: typeof rowSelect }>;

/** The phase an unfinished run is in, in the words for users. */
function phaseOf(row: Row): RunRow['phase'] {
  if (!(openRunStates as readonly string[]).includes(row.state)) return null;
  const current = currentStep(row.steps.map((step) => ({ ...step, ...rulesOf(step.config) })));
  const { phases } = planContentSchema.parse(row.planVersion.content);
  const number = current?.phase ?? phases.length;
  const phase = phases[number - 1];
  return phase ? { number, of: phases.length, publicName: phase.publicName } : null;
}

function runRow(row: Row): RunRow {
  const { id, ref, kind, mode, drillKind, state, service, plan, operator } = row;
  const { rtaSeconds, rpaSeconds, demoHistory } = row;
  return {
    id,
    ref,
    kind,
    mode,
    drillKind,
    state,
    service,
    operator: operator && holderView(operator),
    rtaSeconds,
    rpaSeconds,
    demoHistory,
    plan: { ...plan, versionNumber: row.planVersion.number },
    incidentRef: row.incident?.ref ?? null,
    startedAt: iso(row.startedAt),
    finishedAt: iso(row.finishedAt),
    phase: phaseOf(row),
  };
}

/** Runs, newest first. */
export const runList = listQuery({
  name: 'run.list',
  input: listRunsInput,
  answer: runListViewSchema,
  allow: permitList(runPolicy, 'run.list', ownRuns),
  run: async (visible, { db, input }): Promise<RunListView> => {
    const { mode, state, service, plan, incident, after, limit } = input;
    const rows = await db.run.findMany({
      where: {
        AND: [
          visible,
          newestFirst.after(after),
          mode ? { mode } : {},
          state ? { state: state === 'open' ? { in: [...openRunStates] } : state } : {},
          service ? { service: { slug: service } } : {},
          plan ? { planId: plan } : {},
          incident ? { incident: incidents.where(incident) } : {},
        ],
      },
      orderBy: newestFirst.orderBy,
      take: limit + 1,
      select: rowSelect,
    });
    const { page, next } = newestFirst.page(rows, limit);
    return { rows: page.map(runRow), next };
  },
});
