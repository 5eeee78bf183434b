import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { caseChanged } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { comparisonOf } from '@/lib/suites/rules/case';
import { addCaseInput } from '@/lib/suites/schema';
import { assertInUse, suites } from '@/lib/suites/subject';

const most = 1_000;

/** Adds a case at the end of a suite. It takes part from the next baseline on. @returns `{ id, version }` */
export const addCase = command({
  name: 'suite.addCase',
  input: addCaseInput,
  answer: savedSchema,
  subject: suites,
  of: (input) => input.suiteId,
  allow: permit(suitePolicy, 'suite.edit'),
  run: async ({ tx, input, subject, record }) => {
    assertInUse(subject);
    const { suiteId, name, request, timeoutMs } = input;
    const inUse = await tx.suiteCase.count({ where: { suiteId, archivedAt: null } });
    if (inUse >= most) throw new AppError('precondition', `A suite has ${most} cases at most.`);
    const last = await tx.suiteCase.aggregate({ where: { suiteId }, _max: { position: true } });
    const id = newId();
    const comparison = comparisonOf(input);
    const position = (last._max.position ?? 0) + 1;
    const { kind } = request;
    await tx.suiteCase.create({
      data: { id, suiteId, name, kind, request, comparison, timeoutMs, position },
    });
    record(caseChanged({ suiteId, serviceId: subject.serviceId, caseId: id, kind, how: 'ADDED' }));
    return { id, version: 1 };
  },
});
