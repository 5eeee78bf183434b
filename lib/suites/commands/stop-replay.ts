import { idSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { replayFinished } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { dropLease } from '@/lib/suites/replaying/end-replay';
import { countsOf } from '@/lib/suites/replaying/replay-record';
import { stopReplayInput } from '@/lib/suites/schema';
import { replays } from '@/lib/suites/subject';

/** Ends a replay that is running. The process that does it notices with its next case. */
export const stopReplay = command({
  input: stopReplayInput,
  answer: idSchema,
  subject: replays,
  of: (input) => input,
  allow: permit(suitePolicy, 'suite.stopReplay'),
  run: async ({ tx, subject: replay, now, record }) => {
    if (replay.state !== 'RUNNING') throw new AppError('conflict', 'This replay has ended already.');
    if (replay.runStepId) {
      throw new AppError('precondition', 'A run of a recovery plan replays this. Pause or abort the run.');
    }
    await tx.suiteRun.update({ where: { id: replay.id }, data: { state: 'ABORTED', finishedAt: now } });
    await dropLease(tx, replay.id);
    record(
      replayFinished({
        suiteId: replay.suite.id,
        serviceId: replay.suite.serviceId,
        suiteRunId: replay.id,
        runId: null,
        checkId: replay.checkId,
        ...countsOf(replay),
        state: 'ABORTED',
      }),
    );
    return { id: replay.id };
  },
});
