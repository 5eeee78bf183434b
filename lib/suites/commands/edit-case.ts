import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { caseChanged } from '@/lib/suites/events';
import { editCaseInput } from '@/lib/suites/inputs';
import { assertInUse, assertVersion, lockCase } from '@/lib/suites/lock';
import { isOwnSuite } from '@/lib/suites/own';
import { suitePolicy } from '@/lib/suites/policy';
import { comparisonOf } from '@/lib/suites/rules/case';

/**
 * Saves a case. What is compared counts from the next replay on; a request that changed from the next baseline on.
 * @throws AppError `conflict` when somebody saved it since `version`
 */
export const editCase = command({
  name: 'suite.editCase',
  input: editCaseInput,
  load: lockCase,
  allow: permit(suitePolicy, 'suite.edit', isOwnSuite),
  run: async ({ tx, input, subject, record }) => {
    assertVersion(subject.case, input.version);
    assertInUse(subject);
    const { suiteId, caseId, name, request, timeoutMs } = input;
    const version = input.version + 1;
    const { kind } = request;
    await tx.suiteCase.update({
      where: { id: caseId },
      data: { name, kind, request, comparison: comparisonOf(input), timeoutMs, version },
    });
    record(caseChanged({ suiteId, serviceId: subject.serviceId, caseId, kind, how: 'EDITED' }));
    return { id: caseId, version };
  },
});
