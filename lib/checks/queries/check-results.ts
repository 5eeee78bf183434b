import { z } from 'zod';
import { checkPolicy } from '@/lib/checks/policy';
import { ownCheck } from '@/lib/checks/subject';
import type { Db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import type { Prisma } from '@/prisma/generated/client';
import { checkRowSelect, checkView, type People, recorderOf, resultView } from './check-rows';
import type { CheckResultView, CheckView } from './views';

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
  input: z.object({ id: z.uuid('Name the check by its id.') }),
  load: async (db, { id }) => {
    const row = await db.check.findUnique({ where: { id }, select });
    if (!row) throw new AppError('not_found', 'There is no such check. Open the investigation again.');
    return row;
  },
  allow: permit(checkPolicy, 'check.read', ownCheck),
  run: async ({ db, subject }): Promise<CheckView & { results: CheckResultView[] }> => {
    const { incidentId: _incident, ...row } = subject;
    const people = await peopleOf(
      db,
      row.results.flatMap((result) => recorderOf(result) ?? []),
    );
    return { ...checkView(row, people), results: row.results.map((result) => resultView(result, people)) };
  },
});
