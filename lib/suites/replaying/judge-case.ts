import { db } from '@/lib/database/db';
import { canonicalJson } from '@/lib/platform/canonical';
import type { Guard } from '@/lib/probes/outgoing/guard';
import { type Answer, answerSchema, type Difference } from '@/lib/suites/rules/answer';
import { caseRequestSchema, comparisonSchema } from '@/lib/suites/rules/case';
import { compareAnswers } from '@/lib/suites/rules/compare';
import type { CaseOutcome } from '@/lib/suites/schema';
import { askCase, textOf } from './ask-case';
import type { ReplayFacts } from './replay-record';

/** What came of one case, as it is stored. */
export interface CaseFinding {
  caseId: string;
  outcome: CaseOutcome;
  sentence: string;
  differences: Difference[];
  actual: Answer | null;
  latencyMs: number | null;
  explanation: string | null;
  explainedById: string | null;
}

/** Asks one case of the baseline anew and compares the answer by the rules that the case has now. */
export async function judgeCase(
  facts: ReplayFacts,
  caseId: string,
  guard: Guard,
  signal: AbortSignal,
): Promise<CaseFinding> {
  const known = await db().baselineCase.findUniqueOrThrow({
    where: { baselineId_caseId: { baselineId: facts.baselineId, caseId } },
    include: { case: { select: { comparison: true, timeoutMs: true } } },
  });
  const { timeoutMs } = known.case;
  const request = caseRequestSchema.parse(known.request);
  const asked = await askCase(request, { address: facts.address, guard, timeoutMs, signal });
  const blank = { caseId, differences: [], actual: null, latencyMs: null, ...unexplained };
  if (!asked.ok) return { ...blank, outcome: 'ERROR', sentence: asked.sentence };
  const good = {
    answer: answerSchema.parse(known.expected),
    text: known.body ? textOf(known.body) : null,
    latencyMs: known.latencyMs,
  };
  const { heard } = asked;
  const verdict = compareAnswers(good, heard, comparisonSchema.parse(known.case.comparison));
  const finding = { ...blank, ...verdict, actual: heard.answer, latencyMs: heard.latencyMs };
  return verdict.outcome === 'MATCH' ? finding : await withEarlierWords(facts, finding);
}

const unexplained = { explanation: null, explainedById: null };

/** A step that is tried again meets the same differences: what was explained in this run stays explained. */
async function withEarlierWords(facts: ReplayFacts, finding: CaseFinding): Promise<CaseFinding> {
  if (!facts.runId) return finding;
  const earlier = await db().caseResult.findMany({
    where: {
      caseId: finding.caseId,
      outcome: 'EXPLAINED',
      suiteRun: { baselineId: facts.baselineId, address: facts.address, runStep: { runId: facts.runId } },
    },
    orderBy: { finishedAt: 'desc' },
    take: 5,
    select: { differences: true, explanation: true, explainedById: true },
  });
  const same = earlier.find(
    ({ differences }) => canonicalJson(differences) === canonicalJson(finding.differences),
  );
  if (!same) return finding;
  const { explanation, explainedById } = same;
  return { ...finding, outcome: 'EXPLAINED', explanation, explainedById };
}
