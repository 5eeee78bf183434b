import { db } from '@/lib/database/db';
import { isRed } from '@/lib/suites/lifecycle';
import type { SuiteCounts } from '@/lib/suites/queries/views';
import type { CaseResult } from './judge-case';
import type { ReplayRecord } from './replay-record';

/**
 * Writes the result of a case and counts it, in one statement, so that a replay's counters and rows always agree.
 * @returns the counters, or null when the replay is no longer running
 */
export async function storeResult(replay: ReplayRecord, result: CaseResult): Promise<SuiteCounts | null> {
  const { caseId, outcome, sentence, latencyMs, explanation, explainedById } = result;
  const differences = JSON.stringify(result.differences);
  const actual = result.actual ? JSON.stringify(result.actual) : null;
  const [red, match, explained] = [isRed(outcome), outcome === 'MATCH', outcome === 'EXPLAINED'].map(Number);
  const rows = await db().$queryRaw<SuiteCounts[]>`
    with live as (
      update suite_run
      set matched = matched + ${match}::int, differed = differed + ${red}::int, explained = explained + ${explained}::int
      where id = ${replay.id}::uuid and state = 'RUNNING'
      returning id, total, matched, differed, explained
    ), kept as (
      insert into case_result (suite_run_id, case_id, outcome, sentence, differences, actual, latency_ms,
        explanation, explained_by_id, finished_at)
      select id, ${caseId}::uuid, ${outcome}::case_outcome, ${sentence}, ${differences}::jsonb, ${actual}::jsonb,
        ${latencyMs}::int, ${explanation}, ${explainedById}::uuid, clock_timestamp()
      from live
    )
    select total, matched, differed, explained from live`;
  return rows[0] ?? null;
}
