import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { runConsentSet } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { currentStep } from '@/lib/runs/rules/progress';
import { setConsentInput } from '@/lib/runs/schema';
import { factsOf, runs } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { actView, continueRun, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** The operator lets announcements go out by themselves, or holds them back. @returns `RunActView` */
export const setConsent = command({
  name: 'run.setConsent',
  input: setConsentInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.setConsent'),
  run: async ({ tx, input: { announces }, subject: run, now, record }) => {
    await assertRunAct(tx, run, 'setConsent', 'change what it announces');
    const transaction: RunTransaction = { tx, run, now, record };
    const before = run.version;
    if (announces !== run.announces) {
      run.version = (await runs.write(tx, run, { announces })).version;
      record(runConsentSet({ ...factsOf(run), announces }));
    }
    // An announcement that waited for this goes out with the next step of the driver.
    const current = currentStep(run.steps);
    if (announces && current?.kind === 'ANNOUNCEMENT' && current.state === 'RUNNING')
      await continueRun(transaction);
    return await actView(transaction, before);
  },
});
