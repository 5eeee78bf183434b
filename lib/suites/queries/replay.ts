import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { idInput } from '@/lib/platform/input/id-input';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { suitePolicy } from '@/lib/suites/policy';
import { caseRequestSchema, comparisonSchema } from '@/lib/suites/rules/case';
import { requestWords } from '@/lib/suites/rules/target';
import { comparisonWords } from '@/lib/suites/rules/words';
import { caseOutcomeSchema } from '@/lib/suites/schema';
import { replayRow, replaySelect } from './rows';
import { type ReplayResultRow, type ReplayView, replayViewSchema } from './views';

const replayIdSchema = z.object({
  suiteId: idInput('Name the suite by its id.'),
  replayId: idInput('Name the replay by its id.'),
});

interface Line {
  case_id: string;
  name: string;
  request: unknown;
  comparison: unknown;
  number: bigint;
  outcome: string | null;
  sentence: string | null;
  latency_ms: number | null;
  finished_at: Date | null;
  explanation: string | null;
  explained_by: string | null;
}

function resultRow(line: Line): ReplayResultRow {
  return {
    caseId: line.case_id,
    number: Number(line.number),
    name: line.name,
    asks: requestWords(caseRequestSchema.parse(line.request)),
    compares: comparisonWords(comparisonSchema.parse(line.comparison)),
    outcome: line.outcome === null ? null : caseOutcomeSchema.parse(line.outcome),
    sentence: line.sentence,
    latencyMs: line.latency_ms,
    finishedAt: line.finished_at?.toISOString() ?? null,
    explanation: line.explanation,
    explainedBy: line.explained_by,
  };
}

/** One replay with a line for each of its cases, done or waiting, in the order of the suite. */
export const readReplay = query({
  name: 'suite.readReplay',
  input: replayIdSchema,
  answer: replayViewSchema,
  load: async (db, { suiteId, replayId }) => {
    const row = await db.suiteRun.findFirst({
      where: { id: replayId, suiteId },
      select: { ...replaySelect, suite: { select: { id: true, name: true } } },
    });
    if (!row) throw new AppError('not_found', 'There is no such replay of this suite.');
    return row;
  },
  allow: permit(suitePolicy, 'suite.read'),
  run: async ({ db, subject }): Promise<ReplayView> => {
    // A case that was taken out of the suite since still has its line, if it was asked.
    const lines = await db.$queryRaw<Line[]>`
      select c.id as case_id, c.name, b.request, c.comparison, r.outcome::text, r.sentence, r.latency_ms,
        r.finished_at, r.explanation, m.name as explained_by,
        row_number() over (order by c.position, c.id) as number
      from suite_run s
      join baseline_case b on b.baseline_id = s.baseline_id
      join suite_case c on c.id = b.case_id
      left join case_result r on r.suite_run_id = s.id and r.case_id = c.id
      left join member m on m.id = r.explained_by_id
      where s.id = ${subject.id}::uuid and (r.case_id is not null or c.archived_at is null)
      order by number`;
    return { ...replayRow(subject), suite: subject.suite, results: lines.map(resultRow) };
  },
});
