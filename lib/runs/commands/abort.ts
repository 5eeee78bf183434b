import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { leaveAttempt } from '@/lib/runs/attempts';
import { runAborted } from '@/lib/runs/events';
import { assertRunState } from '@/lib/runs/last-act';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { abortInput, openRunStates } from '@/lib/runs/schema';
import { factsOf, runs } from '@/lib/runs/subject';
import { actView, moveRun, moveStep, type Turn } from '@/lib/runs/turn';

/** What was in work when the run ended: a call on its way is not known to have arrived, the rest is left out. */
async function leaveSteps(turn: Turn): Promise<void> {
  for (const step of turn.run.steps.filter(({ state }) => state === 'RUNNING')) {
    const sent = await leaveAttempt(turn, step, 'The run was aborted before it answered.');
    if (sent) await moveStep(turn, step, 'UNKNOWN');
    else await moveStep(turn, step, 'SKIPPED', { skipReason: 'The run was aborted.', finishedAt: turn.now });
  }
}

/** Ends the run where it is, with a word on the state in which things were left. @returns `RunActView` */
export const abortRun = command({
  name: 'run.abort',
  input: abortInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.abort'),
  run: async ({ tx, input, subject: run, now, record }) => {
    await assertRunState(tx, run, openRunStates, 'be aborted');
    const turn: Turn = { tx, run, now, record };
    const before = run.version;
    await leaveSteps(turn);
    record(runAborted({ ...factsOf(run), from: run.state }));
    await moveRun(turn, 'ABORTED', {
      safeStateNote: input.safeStateNote,
      finishedAt: run.startedAt && run.startedAt > now ? run.startedAt : now,
      leaseHolder: null,
      leaseExpiresAt: null,
    });
    return await actView(turn, before);
  },
});
