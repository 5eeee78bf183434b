import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import type { Answer } from '@/lib/suites/rules/answer';
import type { CaseRequest } from '@/lib/suites/rules/case';

/** What a case of a version was answered. */
export interface RecordedCase {
  caseId: string;
  version: number;
  request: CaseRequest;
  answer: Answer;
  /** The bytes, where they are compared as text or JSON. */
  body: Uint8Array<ArrayBuffer> | null;
  latencyMs: number;
}

interface NewBaseline {
  suiteId: string;
  address: string;
  recordedById: string | null;
  recordedAt: Date;
  cases: readonly RecordedCase[];
}

/** Rows of one statement: bodies may have a megabyte each. */
const atOnce = 20;

/** Stores the next version of a baseline; the suite is locked. */
export async function storeBaseline(
  tx: Tx,
  { cases, ...about }: NewBaseline,
): Promise<{ id: string; number: number }> {
  const { suiteId } = about;
  const newest = await tx.baseline.aggregate({ where: { suiteId }, _max: { number: true } });
  const made = { id: newId(), number: (newest._max.number ?? 0) + 1 };
  await tx.baseline.create({ data: { ...about, ...made } });
  for (let from = 0; from < cases.length; from += atOnce) {
    await tx.baselineCase.createMany({
      data: cases.slice(from, from + atOnce).map(({ caseId, request, answer, body, latencyMs }) => ({
        baselineId: made.id,
        caseId,
        request,
        expected: answer,
        body,
        latencyMs,
      })),
    });
  }
  return made;
}
