import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { changesOf, edited } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';
import { caseChanged } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { caseInputSchema, comparisonOf } from '@/lib/suites/rules/case';
import { editCaseInput } from '@/lib/suites/schema';
import { assertInUse, cases } from '@/lib/suites/subject';

/**
 * Changes a case; what is left out stays. What is compared counts from the next replay on; a request that changed from
 * the next baseline on.
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
    const { suiteId, caseId, version: _, ...given } = input;
    const { name, request, timeoutMs } = subject;
    // What was compared before means nothing to another kind of request.
    const isOfOtherKind = given.request && given.request.kind !== subject.kind;
    const before = isOfOtherKind ? null : subject.comparison;
    const stored = caseInputSchema.parse({ name, request, comparison: before, timeoutMs });
    const changed = edited(stored, given);
    const compared = comparisonOf(changed);
    const changes = changesOf(stored, { ...given, comparison: compared });
    if (changes.length === 0) return { id: caseId, version: subject.version };
    const { kind } = changed.request;
    record(caseChanged({ suiteId, serviceId: subject.suite.serviceId, caseId, kind, how: 'EDITED' }));
    return await cases.write(tx, subject, { ...changed, kind, comparison: compared });
  },
});
