import { countsOf } from '@/lib/suites/replaying/replay-record';
import { replaySentence } from '@/lib/suites/rules/replay-sentence';
import type { Prisma } from '@/prisma/generated/client';
import type { BaselineView, ReplayRow } from './views';

export const baselineSelect = {
  id: true,
  number: true,
  address: true,
  recordedAt: true,
  recordedBy: { select: { name: true } },
  _count: { select: { cases: true } },
} satisfies Prisma.BaselineSelect;

export function baselineView(
  row: Prisma.BaselineGetPayload<{ select: typeof baselineSelect }>,
): BaselineView {
  const { id, number, address, recordedAt, recordedBy, _count } = row;
  return {
    id,
    number,
    address,
    recordedAt: recordedAt.toISOString(),
    recordedBy: recordedBy?.name ?? null,
    cases: _count.cases,
  };
}

export const replaySelect = {
  id: true,
  state: true,
  address: true,
  total: true,
  matched: true,
  differed: true,
  explained: true,
  startedAt: true,
  finishedAt: true,
  checkId: true,
  by: { select: { id: true, name: true } },
  baseline: { select: { number: true } },
  runStep: { select: { name: true, run: { select: { ref: true } } } },
} satisfies Prisma.SuiteRunSelect;

export function replayRow(row: Prisma.SuiteRunGetPayload<{ select: typeof replaySelect }>): ReplayRow {
  const { id, state, address, startedAt, finishedAt, by, baseline, runStep } = row;
  const counts = countsOf(row);
  return {
    id,
    state,
    ...counts,
    sentence: replaySentence(state, counts),
    address,
    baselineNumber: baseline.number,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    by,
    run: runStep ? { ref: runStep.run.ref, step: runStep.name } : null,
    forCheck: row.checkId !== null,
  };
}

export const summarySelect = {
  id: true,
  serviceId: true,
  version: true,
  name: true,
  description: true,
  archivedAt: true,
  service: { select: { id: true, slug: true, name: true } },
  baselines: { select: baselineSelect, orderBy: { number: 'desc' }, take: 1 },
  runs: { select: replaySelect, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], take: 1 },
  _count: { select: { cases: { where: { archivedAt: null } } } },
} satisfies Prisma.SuiteSelect;
