import { idSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { casesOrdered } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { orderCasesInput } from '@/lib/suites/schema';
import { assertInUse, suites } from '@/lib/suites/subject';

/** Puts all cases of a suite in the order given. @throws AppError `conflict` when they are not the cases it has */
export const orderCases = command({
  name: 'suite.orderCases',
  input: orderCasesInput,
  answer: idSchema,
  subject: suites,
  of: (input) => input.suiteId,
  allow: permit(suitePolicy, 'suite.edit'),
  run: async ({ tx, input, subject, record }) => {
    assertInUse(subject);
    const { suiteId, caseIds } = input;
    const rows = await tx.suiteCase.findMany({ where: { suiteId, archivedAt: null }, select: { id: true } });
    const known = new Set(rows.map((row) => row.id));
    if (new Set(caseIds).size !== known.size || caseIds.some((id) => !known.has(id))) {
      throw new AppError('conflict', 'Cases were added or removed in between. Reload, and order them again.');
    }
    await tx.$executeRaw`
      update suite_case c set position = o.position
      from unnest(${caseIds}::uuid[]) with ordinality as o(id, position) where c.id = o.id`;
    record(casesOrdered({ suiteId, serviceId: subject.serviceId }));
    return { id: suiteId };
  },
});
