import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { caseChanged } from '@/lib/suites/events';
import { removeCaseInput } from '@/lib/suites/inputs';
import { assertInUse, assertVersion, lockCase } from '@/lib/suites/lock';
import { isOwnSuite } from '@/lib/suites/own';
import { suitePolicy } from '@/lib/suites/policy';
import { caseKindSchema } from '@/lib/suites/schema';

/** Takes a case out of its suite. What it found in earlier replays stays. */
export const removeCase = command({
  name: 'suite.removeCase',
  input: removeCaseInput,
  load: lockCase,
  allow: permit(suitePolicy, 'suite.edit', isOwnSuite),
  run: async ({ tx, input, subject, now, record }) => {
    assertVersion(subject.case, input.version);
    assertInUse(subject);
    const { suiteId, caseId } = input;
    const version = input.version + 1;
    await tx.suiteCase.update({ where: { id: caseId }, data: { archivedAt: now, version } });
    const kind = caseKindSchema.parse(subject.case.kind);
    record(caseChanged({ suiteId, serviceId: subject.serviceId, caseId, kind, how: 'REMOVED' }));
    return { id: caseId, version };
  },
});
