import { refuseTaken } from '@/lib/database/database-errors';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { changesOf, said } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';
import { suiteEdited } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { editSuiteInput } from '@/lib/suites/schema';
import { assertInUse, suites, takenName } from '@/lib/suites/subject';

/** Names and describes a suite anew; what is left out stays. @throws AppError `conflict` when somebody saved it since `version` */
export const editSuite = command({
  input: editSuiteInput,
  answer: savedSchema,
  subject: suites,
  of: (input) => input.suiteId,
  allow: permit(suitePolicy, 'suite.edit'),
  run: async ({ tx, input, subject, record }) => {
    assertInUse(subject);
    const { suiteId: _, version: __, ...given } = input;
    if (changesOf(subject, given).length === 0) return { id: subject.id, version: subject.version };
    const view = await refuseTaken('name', takenName, () => suites.write(tx, subject, said(given)));
    record(suiteEdited({ suiteId: subject.id, serviceId: subject.serviceId, version: view.version }));
    return view;
  },
});
