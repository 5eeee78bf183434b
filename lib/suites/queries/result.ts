import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { idInput } from '@/lib/platform/input/id-input';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { suitePolicy } from '@/lib/suites/policy';
import { answerSchema, differenceSchema } from '@/lib/suites/rules/answer';
import { caseRequestSchema, comparisonSchema } from '@/lib/suites/rules/case';
import { requestWords } from '@/lib/suites/rules/target';
import { comparisonWords, leftOutWords, mustEqualWords, timeWords } from '@/lib/suites/rules/words';
import { type ResultView, resultViewSchema } from './views';

const remembered = 12;

async function historyOf(db: Db, caseId: string, until: Date): Promise<ResultView['history']> {
  const rows = await db.caseResult.findMany({
    where: { caseId, finishedAt: { lte: until } },
    orderBy: { finishedAt: 'desc' },
    take: remembered,
    select: { suiteRunId: true, outcome: true, finishedAt: true },
  });
  return rows
    .map((row) => ({ replayId: row.suiteRunId, outcome: row.outcome, at: row.finishedAt.toISOString() }))
    .reverse();
}

/** What one case got in a replay, beside what is known to be good. */
export const readResult = query({
  name: 'suite.readResult',
  input: z.object({
    suiteId: idInput('Name the suite by its id.'),
    replayId: idInput('Name the replay by its id.'),
    caseId: idInput('Name the case by its id.'),
  }),
  answer: resultViewSchema,
  load: async (db, { suiteId, replayId, caseId }) => {
    const row = await db.caseResult.findFirst({
      where: { caseId, suiteRun: { id: replayId, suiteId } },
      include: {
        case: { select: { name: true, comparison: true, position: true } },
        explainedBy: { select: { name: true } },
        suiteRun: { select: { state: true, address: true, baselineId: true, baseline: true } },
      },
    });
    if (!row) throw new AppError('not_found', 'This case has no result in this replay yet.');
    return row;
  },
  allow: permit(suitePolicy, 'suite.read'),
  run: async ({ db, input, subject }): Promise<ResultView> => {
    const { suiteRun, explainedBy } = subject;
    const known = await db.baselineCase.findUniqueOrThrow({
      where: { baselineId_caseId: { baselineId: suiteRun.baselineId, caseId: input.caseId } },
    });
    const before = await db.suiteCase.count({
      where: { suiteId: input.suiteId, archivedAt: null, position: { lt: subject.case.position } },
    });
    const comparison = comparisonSchema.parse(subject.case.comparison);
    return {
      caseId: input.caseId,
      number: before + 1,
      name: subject.case.name,
      asks: requestWords(caseRequestSchema.parse(known.request)),
      compares: comparisonWords(comparison),
      outcome: subject.outcome,
      sentence: subject.sentence,
      latencyMs: subject.latencyMs,
      finishedAt: subject.finishedAt.toISOString(),
      explanation: subject.explanation,
      explainedBy: explainedBy?.name ?? null,
      replayId: input.replayId,
      replayState: suiteRun.state,
      address: suiteRun.address,
      differences: z.array(differenceSchema).parse(subject.differences ?? []),
      comparison,
      known: {
        answer: answerSchema.parse(known.expected),
        latencyMs: known.latencyMs,
        baselineNumber: suiteRun.baseline.number,
        recordedAt: suiteRun.baseline.recordedAt.toISOString(),
      },
      got: subject.actual === null ? null : answerSchema.parse(subject.actual),
      mustEqual: mustEqualWords(comparison),
      leftOut: leftOutWords(comparison),
      time: timeWords(comparison.latency, known.latencyMs, subject.latencyMs),
      history: await historyOf(db, input.caseId, subject.finishedAt),
    };
  },
});
