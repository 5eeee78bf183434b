import { z } from 'zod';
import { checkPolicy } from '@/lib/checks/policy';
import { checks } from '@/lib/checks/subject';
import type { Db } from '@/lib/database/db';
import { isOfOwnIncident } from '@/lib/incidents/ownership';
import { idInput } from '@/lib/platform/input/id-input';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import type { Prisma } from '@/prisma/generated/client';
import { checkRowSelect, checkView, type People, recorderOf, resultView } from './check-rows';
import { type CheckResultView, type CheckView, checkResultViewSchema, checkViewSchema } from './views';

const shown = 50;
const select = {
  ...checkRowSelect,
  incidentId: true,
  results: { orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], take: shown },
} satisfies Prisma.CheckSelect;

async function peopleOf(db: Db, ids: string[]): Promise<People> {
  const members = await db.member.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(members.map((member) => [member.id, member]));
}

/** One check with everything it came to so far, newest first. */
export const checkRead = query({
  name: 'check.read',
  input: z.object({ id: idInput('Name the check by its id.') }),
  answer: checkViewSchema.extend({ results: z.array(checkResultViewSchema) }),
  load: (db, { id }) => checks.read(db, id, select),
  allow: permit(checkPolicy, 'check.read', isOfOwnIncident),
  run: async ({ db, subject }): Promise<CheckView & { results: CheckResultView[] }> => {
    const { incidentId: _incident, ...row } = subject;
    const people = await peopleOf(
      db,
      row.results.flatMap((result) => recorderOf(result) ?? []),
    );
    return { ...checkView(row, people), results: row.results.map((result) => resultView(result, people)) };
  },
});
