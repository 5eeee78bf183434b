import { permit } from '@/lib/platform/policy';
import { runConsentSet } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { currentStep } from '@/lib/runs/rules/progress';
import { setConsentInput } from '@/lib/runs/schema';
import { factsOf, runs } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { continueRun } from '@/lib/runs/transitions/run-transaction';

/** The operator lets announcements go out by themselves, or holds them back. @returns `RunActView` */
export const setConsent = runCommand({
  input: setConsentInput,
  allow: permit(runPolicy, 'run.setConsent'),
  run: async ({ tx, input: { announces }, subject: run, record, transaction }) => {
    await assertRunAct(tx, run, 'setConsent', 'change what it announces');
    if (announces !== run.announces) {
      run.version = (await runs.write(tx, run, { announces })).version;
      record(runConsentSet({ ...factsOf(run), announces }));
    }
    // An announcement that waited for this goes out with the next step of the driver.
    const current = currentStep(run.steps);
    if (announces && current?.kind === 'ANNOUNCEMENT' && current.state === 'RUNNING')
      await continueRun(transaction);
  },
});
