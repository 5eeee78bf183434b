import { actingMember } from '@/lib/members/acting-member';
import { idSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { suitePolicy } from '@/lib/suites/policy';
import { startReplay } from '@/lib/suites/replaying/start-replay';
import { replayInput } from '@/lib/suites/schema';
import { suites } from '@/lib/suites/subject';

/** Asks for a replay against an address; the worker does it. @returns `{ id }` of the replay, RUNNING */
export const replayByHand = command({
  input: replayInput,
  answer: idSchema,
  subject: suites,
  of: (input) => input.suiteId,
  allow: permit(suitePolicy, 'suite.replay'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    const byId = actingMember(ctx.actor);
    const { replayId, draft } = await startReplay(tx, {
      suite: subject,
      address: input.address,
      runStepId: null,
      checkId: null,
      byId,
      queued: true,
      now,
    });
    record(draft);
    return { id: replayId };
  },
});
