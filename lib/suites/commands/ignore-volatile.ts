import { z } from 'zod';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { volatileIgnored } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { type Comparison, comparisonSchema } from '@/lib/suites/rules/case';
import { ignoreVolatileInput } from '@/lib/suites/schema';
import { assertInUse, cases as ofSuite, suites } from '@/lib/suites/subject';

interface Left {
  headers: string[];
  paths: string[];
}

/** The comparison without what changes every time. Paths mean something only where JSON is compared. */
function without(comparison: Comparison, { headers, paths }: Left): Comparison {
  if (comparison.kind !== 'HTTP') return comparison;
  const remaining = comparison.headers.filter((name) => !headers.includes(name));
  const { body } = comparison;
  if (body.as !== 'JSON') return { ...comparison, headers: remaining };
  const ignore = [...new Set([...body.ignore, ...paths])].slice(0, 100);
  return { ...comparison, headers: remaining, body: { ...body, ignore } };
}

/** Leaves out, in several cases at once, what was seen to change between two answers of the healthy service. */
export const ignoreVolatile = command({
  name: 'suite.ignoreVolatile',
  input: ignoreVolatileInput,
  answer: z.object({ id: z.uuid(), cases: z.int() }),
  subject: suites,
  of: (input) => input.suiteId,
  allow: permit(suitePolicy, 'suite.edit'),
  run: async ({ tx, input, subject, record }) => {
    assertInUse(subject);
    const { suiteId, cases } = input;
    for (const { caseId, ...left } of cases) {
      const row = await tx.suiteCase.findFirst({ where: { id: caseId, suiteId, archivedAt: null } });
      if (!row) throw new AppError('not_found', 'One of these cases is no longer in the suite.');
      const comparison = without(comparisonSchema.parse(row.comparison), left);
      await ofSuite.writeAll(tx, { id: caseId }, { comparison });
    }
    const paths = cases.reduce((sum, one) => sum + one.headers.length + one.paths.length, 0);
    const caseIds = cases.map(({ caseId }) => caseId);
    record(volatileIgnored({ suiteId, serviceId: subject.serviceId, caseIds, cases: cases.length, paths }));
    return { id: suiteId, cases: cases.length };
  },
});
