import type { z } from 'zod';
import { db } from '@/lib/database/db';
import { asCommand, loadAllowed } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { earlierAnswer } from '@/lib/platform/input/idempotency';
import { parseInput } from '@/lib/platform/input/parse-input';
import { permit } from '@/lib/platform/policy';
import { guardInForce } from '@/lib/probes/outgoing/guard';
import { suitePolicy } from '@/lib/suites/policy';
import { type RecordedBaselineView, recordedBaselineViewSchema } from '@/lib/suites/queries/views';
import { type CaseToAsk, type Recorded, recordAll } from '@/lib/suites/recording/record-answers';
import { caseRequestSchema, comparisonSchema } from '@/lib/suites/rules/case';
import { volatileParts } from '@/lib/suites/rules/volatile';
import { recordBaselineInput } from '@/lib/suites/schema';
import { assertInUse, suites } from '@/lib/suites/subject';
import { sameRecording, storeBaseline } from './store-baseline';

/** All of it, two rounds; a suite that takes longer has an address that is not healthy. */
const mostMs = 120_000;

const allow = permit(suitePolicy, 'suite.record');

/**
 * Replays every case against a healthy address, twice, and keeps the answers as the next version of the baseline.
 * What was not the same twice is proposed to be left out of the comparison.
 * @throws AppError `precondition` when a case fails to answer, and says which and why; then nothing is kept
 */
async function record(ctx: Context, raw: z.input<typeof recordBaselineInput>): Promise<RecordedBaselineView> {
  const { suiteId, address } = parseInput(recordBaselineInput, raw);
  const suite = await loadAllowed(db(), allow, ctx, () => suites.find(db(), suiteId), suites.own);
  assertInUse(suite);
  const cases = await casesToAsk(suiteId);
  if (cases.length === 0) throw new AppError('precondition', 'This suite has no cases yet. Add one first.');
  const earlier = await earlierAnswer(
    db(),
    ctx,
    storeBaseline.commandName,
    sameRecording({ suiteId, address }),
  );
  if (earlier) return earlier.answer as RecordedBaselineView;
  const how = { address, guard: await guardInForce(), signal: AbortSignal.timeout(mostMs) };
  const first = await recordAll(cases, how);
  const second = await recordAll(cases, how);
  return await storeBaseline(ctx, {
    suiteId,
    address,
    cases: cases.map(({ id, version, request }) => {
      const [a, b] = [of(first, id), of(second, id)];
      const latencyMs = Math.max(a.received.latencyMs, b.received.latencyMs);
      return { caseId: id, version, request, answer: a.received.answer, body: a.body, latencyMs };
    }),
    volatile: volatileOf(cases, first, second),
  });
}

export const recordBaseline = asCommand(
  { commandName: 'suite.recordBaseline', act: allow.act, policy: allow.row, input: recordBaselineInput },
  recordedBaselineViewSchema,
  record,
);

function of(round: Map<string, Recorded>, id: string): Recorded {
  const recorded = round.get(id);
  if (!recorded) throw new Error(`Case ${id} was not asked.`);
  return recorded;
}

async function casesToAsk(suiteId: string): Promise<CaseToAsk[]> {
  const rows = await db().suiteCase.findMany({
    where: { suiteId, archivedAt: null },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, version: true, request: true, comparison: true, timeoutMs: true },
  });
  return rows.map((row) => ({
    ...row,
    request: caseRequestSchema.parse(row.request),
    comparison: comparisonSchema.parse(row.comparison),
  }));
}

function volatileOf(
  cases: CaseToAsk[],
  first: Map<string, Recorded>,
  second: Map<string, Recorded>,
): RecordedBaselineView['volatile'] {
  return cases.flatMap(({ id, name, comparison }) => {
    const parts = volatileParts(of(first, id).received, of(second, id).received, comparison);
    const isSame = parts.headers.length + parts.paths.length === 0 && parts.sentence === null;
    return isSame ? [] : [{ caseId: id, name, ...parts }];
  });
}
