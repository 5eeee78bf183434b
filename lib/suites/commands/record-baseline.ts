import type { z } from 'zod';
import { db, type Tx } from '@/lib/database/db';
import { actingMember } from '@/lib/members/acting-member';
import { loadAllowed } from '@/lib/platform/access/load-allowed';
import { command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { guardInForce } from '@/lib/probes/outgoing/guard';
import { baselineRecorded } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { type RecordedBaselineView, recordedBaselineViewSchema } from '@/lib/suites/queries/views';
import { type CaseToAsk, type Recorded, recordAll } from '@/lib/suites/recording/record-answers';
import { type RecordedCase, storeBaseline } from '@/lib/suites/recording/store-baseline';
import { caseRequestSchema, comparisonSchema } from '@/lib/suites/rules/case';
import { volatileParts } from '@/lib/suites/rules/volatile';
import { recordBaselineInput } from '@/lib/suites/schema';
import { assertInUse, suites } from '@/lib/suites/subject';

/** All of it, two rounds; a suite that takes longer has an address that is not healthy. */
const mostMs = 120_000;

const allow = permit(suitePolicy, 'suite.record');

/** Asks every case twice. @throws AppError `precondition` when one fails to answer, and says which and why */
async function twoRounds(ctx: Context, { suiteId, address }: z.output<typeof recordBaselineInput>) {
  const suite = await loadAllowed(db(), allow, ctx, () => suites.find(db(), suiteId), suites.own);
  assertInUse(suite);
  const cases = await casesToAsk(suiteId);
  if (cases.length === 0) throw new AppError('precondition', 'This suite has no cases yet. Add one first.');
  const how = { address, guard: await guardInForce(), signal: AbortSignal.timeout(mostMs) };
  const first = await recordAll(cases, how);
  const second = await recordAll(cases, how);
  return {
    cases: cases.map((one) => answered(one, first, second)),
    volatile: volatileOf(cases, first, second),
  };
}

/**
 * Replays every case against a healthy address, twice, and stores the answers as the next version of the baseline.
 * What was not the same twice is proposed to be left out of the comparison.
 * @throws AppError `precondition` when a case fails to answer, and says which and why; then nothing is stored
 */
export const recordBaseline = command({
  name: 'suite.recordBaseline',
  input: recordBaselineInput,
  answer: recordedBaselineViewSchema,
  subject: suites,
  of: ({ suiteId }) => suiteId,
  allow,
  prepare: twoRounds,
  run: async ({ tx, input, prepared: { cases, volatile }, subject, ctx, now, record }) => {
    assertInUse(subject);
    await assertUnchanged(tx, subject.id, cases);
    const recordedById = actingMember(ctx.actor);
    const { id, number } = await storeBaseline(tx, { ...input, recordedById, recordedAt: now, cases });
    const { serviceId } = subject;
    record(baselineRecorded({ suiteId: subject.id, serviceId, baselineId: id, number, cases: cases.length }));
    return { id, number, cases: cases.length, volatile };
  },
});

/** @throws AppError `conflict` when the suite has other cases by now than those that were asked */
async function assertUnchanged(tx: Tx, suiteId: string, cases: readonly RecordedCase[]): Promise<void> {
  const rows = await tx.suiteCase.findMany({
    where: { suiteId, archivedAt: null },
    select: { id: true, version: true },
  });
  const asked = new Map(cases.map(({ caseId, version }) => [caseId, version]));
  if (rows.length === asked.size && rows.every((row) => asked.get(row.id) === row.version)) return;
  throw new AppError('conflict', 'Cases were changed while they were replayed. Record the baseline again.');
}

function answered(
  { id, version, request }: CaseToAsk,
  first: Map<string, Recorded>,
  second: Map<string, Recorded>,
): RecordedCase {
  const [a, b] = [of(first, id), of(second, id)];
  const latencyMs = Math.max(a.received.latencyMs, b.received.latencyMs);
  return { caseId: id, version, request, answer: a.received.answer, body: a.body, latencyMs };
}

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
