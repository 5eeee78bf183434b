import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { caseChanged } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { caseKindSchema, removeCaseInput } from '@/lib/suites/schema';
import { assertInUse, cases } from '@/lib/suites/subject';

/** Takes a case out of its suite. What it found in earlier replays stays. */
export const removeCase = command({
  name: 'suite.removeCase',
  input: removeCaseInput,
  answer: savedSchema,
  subject: cases,
  of: (input) => input,
  allow: permit(suitePolicy, 'suite.edit'),
  run: async ({ tx, input, subject, now, record }) => {
    assertInUse(subject.suite);
    const { suiteId, caseId } = input;
    const kind = caseKindSchema.parse(subject.kind);
    record(caseChanged({ suiteId, serviceId: subject.suite.serviceId, caseId, kind, how: 'REMOVED' }));
    return await cases.archive(tx, subject, now);
  },
});
