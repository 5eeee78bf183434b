import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { caseChanged } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { comparisonOf } from '@/lib/suites/rules/case';
import { editCaseInput } from '@/lib/suites/schema';
import { assertInUse, cases } from '@/lib/suites/subject';

/**
 * Saves a case. What is compared counts from the next replay on; a request that changed from the next baseline on.
 * @throws AppError `conflict` when somebody saved it since `version`
 */
export const editCase = command({
  name: 'suite.editCase',
  input: editCaseInput,
  answer: savedSchema,
  subject: cases,
  of: (input) => input,
  allow: permit(suitePolicy, 'suite.edit'),
  run: async ({ tx, input, subject, record }) => {
    assertInUse(subject.suite);
    const { suiteId, caseId, name, request, timeoutMs } = input;
    const { kind } = request;
    record(caseChanged({ suiteId, serviceId: subject.suite.serviceId, caseId, kind, how: 'EDITED' }));
    const columns = { name, kind, request, comparison: comparisonOf(input), timeoutMs };
    return await cases.write(tx, subject, columns);
  },
});
