import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { AppError } from '@/lib/platform/errors';
import { idInput } from '@/lib/platform/input/id-input';
import { actsOf, permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { suitePolicy } from '@/lib/suites/policy';
import { caseRequestSchema, comparisonSchema } from '@/lib/suites/rules/case';
import { requestWords } from '@/lib/suites/rules/target';
import { comparisonWords } from '@/lib/suites/rules/words';
import { caseKindSchema } from '@/lib/suites/schema';
import { isOwnSuite } from '@/lib/suites/subject';
import { suiteSummary } from './list';
import { baselineView, replayRow, summarySelect } from './rows';
import { type CaseView, type SuiteView, suiteActs, suiteViewSchema } from './views';

const viewSelect = {
  ...summarySelect,
  cases: {
    where: { archivedAt: null },
    orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }],
  },
  baselines: { ...summarySelect.baselines, take: 20 },
  runs: { ...summarySelect.runs, take: 20 },
};

/** Requests of the newest baseline, by case. */
async function knownRequests(db: Db, baselineId: string | undefined): Promise<Map<string, string>> {
  if (!baselineId) return new Map();
  const rows = await db.baselineCase.findMany({
    where: { baselineId },
    select: { caseId: true, request: true },
  });
  return new Map(rows.map(({ caseId, request }) => [caseId, canonicalJson(request)]));
}

/** Plans whose published version has a step that replays the suite. */
async function plansWith(db: Db, suiteId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ plans: bigint }[]>`
    select count(*) as plans from plan p join plan_version v on v.plan_id = p.id and v.number = p.published
    where p.archived_at is null
      and jsonb_path_exists(v.content, '$.phases[*].steps[*] ? (@.suiteId == $id)', jsonb_build_object('id', ${suiteId}::text))`;
  return Number(row?.plans ?? 0);
}

/** One suite with its cases, baselines and latest replays, and what the reader may do with it. */
export const readSuite = query({
  name: 'suite.read',
  input: z.object({ suiteId: idInput('Name the suite by its id.') }),
  answer: suiteViewSchema,
  load: async (db, input) => {
    const row = await db.suite.findUnique({ where: { id: input.suiteId }, select: viewSelect });
    if (!row) throw new AppError('not_found', 'There is no such verification suite.');
    return row;
  },
  allow: permit(suitePolicy, 'suite.read'),
  run: async ({ db, subject, ctx }): Promise<SuiteView> => {
    const known = await knownRequests(db, subject.baselines[0]?.id);
    const replays = subject.runs.map(replayRow);
    const baselines = subject.baselines.map(baselineView);
    const addresses = [...replays, ...baselines].map(({ address }) => address);
    return {
      ...suiteSummary(subject),
      caseList: subject.cases.map((row, place) => caseView(row, place + 1, known)),
      replays,
      baselines,
      usedByPlans: await plansWith(db, subject.id),
      knownAddresses: [...new Set(addresses)].slice(0, 8),
      acts: actsOf(suitePolicy, suiteActs, ctx.actor, await isOwnSuite(ctx.actor, subject, db)),
    };
  },
});

type CaseRow = {
  id: string;
  version: number;
  name: string;
  kind: string;
  request: unknown;
  comparison: unknown;
  timeoutMs: number;
};

function caseView(row: CaseRow, number: number, known: Map<string, string>): CaseView {
  const request = caseRequestSchema.parse(row.request);
  const comparison = comparisonSchema.parse(row.comparison);
  const before = known.get(row.id);
  const isSame = before === canonicalJson(row.request);
  return {
    id: row.id,
    version: row.version,
    number,
    name: row.name,
    kind: caseKindSchema.parse(row.kind),
    request,
    comparison,
    timeoutMs: row.timeoutMs,
    asks: requestWords(request),
    compares: comparisonWords(comparison),
    baseline: before === undefined ? 'NONE' : isSame ? 'CURRENT' : 'CHANGED',
  };
}
