import { z } from 'zod';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { differenceExplained } from '@/lib/suites/events';
import { afterExplaining } from '@/lib/suites/lifecycle';
import { suitePolicy } from '@/lib/suites/policy';
import { suiteCountsSchema } from '@/lib/suites/queries/views';
import { countsOf } from '@/lib/suites/replaying/replay-record';
import { explainInput, suiteRunStateSchema } from '@/lib/suites/schema';
import { replays } from '@/lib/suites/subject';

/**
 * Says why a difference is as it should be. With the last one explained, a replay that differed has passed; an
 * answer that never came cannot be explained away.
 */
export const explainDifference = command({
  input: explainInput,
  answer: z.object({ id: z.uuid(), state: suiteRunStateSchema, ...suiteCountsSchema.shape }),
  subject: replays,
  of: (input) => input,
  allow: permit(suitePolicy, 'suite.explain'),
  run: async ({ tx, input, subject: replay, ctx, record }) => {
    const where = { suiteRunId_caseId: { suiteRunId: replay.id, caseId: input.caseId } };
    const result = await tx.caseResult.findUnique({ where });
    if (!result) throw new AppError('not_found', 'This case has no result in this replay.');
    if (result.outcome === 'ERROR') {
      throw new AppError('precondition', 'Nothing came back that could be explained. Run the case again.');
    }
    const after = afterExplaining(replay.state, result.outcome, countsOf(replay));
    if (!after) throw new AppError('conflict', 'There is no unexplained difference here any more.');
    const { explanation, caseId } = input;
    const explainedById = actingMember(ctx.actor);
    await tx.caseResult.update({ where, data: { outcome: 'EXPLAINED', explanation, explainedById } });
    const { matched: _, total: __, ...counts } = after.counts;
    await tx.suiteRun.update({ where: { id: replay.id }, data: { state: after.state, ...counts } });
    const { id: suiteId, serviceId } = replay.suite;
    const runId = replay.runStep?.runId ?? null;
    const ids = { suiteId, serviceId, suiteRunId: replay.id, runId, checkId: replay.checkId, caseId };
    record(differenceExplained({ ...ids, ...after.counts, state: after.state }));
    return { id: replay.id, state: after.state, ...after.counts };
  },
});
