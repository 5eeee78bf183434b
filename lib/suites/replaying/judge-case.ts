import { db } from '@/lib/database/db';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import type { Guard } from '@/lib/probes/outgoing/guard';
import { bodyText } from '@/lib/probes/rules/body-text';
import { type Answer, answerSchema, type Difference } from '@/lib/suites/rules/answer';
import { caseRequestSchema, comparisonSchema } from '@/lib/suites/rules/case';
import { compareAnswers } from '@/lib/suites/rules/compare';
import type { CaseOutcome } from '@/lib/suites/schema';
import { askCase } from './ask-case';
import type { ReplayRecord } from './replay-record';

/** What came of one case, as it is stored. */
export interface CaseResult {
  caseId: string;
  outcome: CaseOutcome;
  sentence: string;
  differences: Difference[];
  actual: Answer | null;
  latencyMs: number | null;
  explanation: string | null;
  explainedById: string | null;
  /** Standby itself sees nothing, so nothing is known of it. */
  unseen?: boolean;
}

/** Asks one case of the baseline anew and compares the answer by the rules that the case has now. */
export async function judgeCase(
  replay: ReplayRecord,
  caseId: string,
  guard: Guard,
  signal: AbortSignal,
): Promise<CaseResult> {
  const known = await db().baselineCase.findUniqueOrThrow({
    where: { baselineId_caseId: { baselineId: replay.baselineId, caseId } },
    include: { case: { select: { comparison: true, timeoutMs: true } } },
  });
  const { timeoutMs } = known.case;
  const request = caseRequestSchema.parse(known.request);
  const asked = await askCase(request, { address: replay.address, guard, timeoutMs, signal });
  const blank = { caseId, differences: [], actual: null, latencyMs: null, ...unexplained };
  if (!asked.ok)
    return { ...blank, outcome: 'ERROR', sentence: asked.sentence, unseen: asked.unseen ?? false };
  const answer = answerSchema.parse(known.expected);
  const type = answer.kind === 'HTTP' ? answer.headers['content-type'] : undefined;
  const good = {
    answer,
    text: known.body ? bodyText(known.body, type) : null,
    latencyMs: known.latencyMs,
  };
  const { received } = asked;
  const verdict = compareAnswers(good, received, comparisonSchema.parse(known.case.comparison));
  const result = { ...blank, ...verdict, actual: received.answer, latencyMs: received.latencyMs };
  return verdict.outcome === 'MATCH' ? result : await withEarlierWords(replay, result);
}

const unexplained = { explanation: null, explainedById: null };

/** A step that is tried again meets the same differences: what was explained in this run stays explained. */
async function withEarlierWords(replay: ReplayRecord, result: CaseResult): Promise<CaseResult> {
  if (!replay.runId) return result;
  const earlier = await db().caseResult.findMany({
    where: {
      caseId: result.caseId,
      outcome: 'EXPLAINED',
      suiteRun: { baselineId: replay.baselineId, address: replay.address, runStep: { runId: replay.runId } },
    },
    orderBy: { finishedAt: 'desc' },
    take: 5,
    select: { differences: true, explanation: true, explainedById: true },
  });
  const same = earlier.find(
    ({ differences }) => canonicalJson(differences) === canonicalJson(result.differences),
  );
  if (!same) return result;
  const { explanation, explainedById } = same;
  return { ...result, outcome: 'EXPLAINED', explanation, explainedById };
}
