import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { suiteArchived } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { archiveSuiteInput } from '@/lib/suites/schema';
import { suites } from '@/lib/suites/subject';

/** Takes a suite out of use, or brings it back. Baselines and results stay. */
export const archiveSuite = command({
  input: archiveSuiteInput,
  answer: savedSchema,
  subject: suites,
  of: (input) => input.suiteId,
  allow: permit(suitePolicy, 'suite.archive'),
  run: async ({ tx, input: { archived }, subject, now, record }) => {
    const { id: suiteId, serviceId } = subject;
    record(suiteArchived({ suiteId, serviceId, archived }));
    return await suites.archive(tx, subject, archived ? now : null);
  },
});
