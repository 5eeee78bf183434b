import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { replayFinished } from '@/lib/suites/events';
import { stopReplayInput } from '@/lib/suites/inputs';
import { lockReplay } from '@/lib/suites/lock';
import { isOwnSuite } from '@/lib/suites/own';
import { suitePolicy } from '@/lib/suites/policy';
import { dropLease } from '@/lib/suites/replaying/end-replay';
import { countsOf } from '@/lib/suites/replaying/replay-record';

/** Ends a replay that is running. The process that does it notices with its next case. */
export const stopReplay = command({
  name: 'suite.stop',
  input: stopReplayInput,
  load: lockReplay,
  allow: permit(suitePolicy, 'suite.stop', isOwnSuite),
  run: async ({ tx, subject, now, record }) => {
    const { replay } = subject;
    if (replay.state !== 'RUNNING') throw new AppError('conflict', 'This replay has ended already.');
    if (replay.runStepId) {
      throw new AppError('precondition', 'A run of a recovery plan replays this. Pause or abort the run.');
    }
    await tx.suiteRun.update({ where: { id: replay.id }, data: { state: 'ABORTED', finishedAt: now } });
    await dropLease(tx, replay.id);
    record(
      replayFinished({
        suiteId: subject.id,
        serviceId: subject.serviceId,
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
