import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { suiteEdited } from '@/lib/suites/events';
import { editSuiteInput } from '@/lib/suites/inputs';
import { assertInUse, assertVersion, lockSuite } from '@/lib/suites/lock';
import { isOwnSuite } from '@/lib/suites/own';
import { suitePolicy } from '@/lib/suites/policy';
import { refuseTakenName } from '@/lib/suites/taken-name';

/** Names and describes a suite anew. @throws AppError `conflict` when somebody saved it since `version` */
export const editSuite = command({
  name: 'suite.edit',
  input: editSuiteInput,
  load: (tx, input) => lockSuite(tx, input.suiteId),
  allow: permit(suitePolicy, 'suite.edit', isOwnSuite),
  run: async ({ tx, input, subject, record }) => {
    assertVersion(subject, input.version);
    assertInUse(subject);
    const { name, description } = input;
    const version = subject.version + 1;
    const data = { name, description, version };
    await refuseTakenName(() => tx.suite.update({ where: { id: subject.id }, data }));
    record(suiteEdited({ suiteId: subject.id, serviceId: subject.serviceId, version }));
    return { id: subject.id, version };
  },
});
