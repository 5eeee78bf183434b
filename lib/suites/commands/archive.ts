import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { suiteArchived } from '@/lib/suites/events';
import { archiveSuiteInput } from '@/lib/suites/inputs';
import { assertVersion, lockSuite } from '@/lib/suites/lock';
import { isOwnSuite } from '@/lib/suites/own';
import { suitePolicy } from '@/lib/suites/policy';

/** Takes a suite out of use, or brings it back. Baselines and results stay. */
export const archiveSuite = command({
  name: 'suite.archive',
  input: archiveSuiteInput,
  load: (tx, input) => lockSuite(tx, input.suiteId),
  allow: permit(suitePolicy, 'suite.archive', isOwnSuite),
  run: async ({ tx, input, subject, now, record }) => {
    assertVersion(subject, input.version);
    const version = subject.version + 1;
    const archivedAt = input.archived ? now : null;
    await tx.suite.update({ where: { id: subject.id }, data: { archivedAt, version } });
    const { id: suiteId, serviceId } = subject;
    record(suiteArchived({ suiteId, serviceId, archived: input.archived }));
    return { id: suiteId, version };
  },
});
