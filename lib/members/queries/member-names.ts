import { z } from 'zod';
import { memberPolicy } from '@/lib/members/policy';
import type { MemberOption } from '@/lib/members/schema';
import type { Tx } from '@/lib/platform/db';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';

/** Active members by name, for choosing one; everybody but plain users unless asked for. */
export const memberOptions = query({
  name: 'member.names',
  input: z.object({ users: z.stringbool().default(false) }),
  allow: permit(memberPolicy, 'member.names'),
  run: async ({ db, input }): Promise<MemberOption[]> =>
    await db.member.findMany({
      where: { disabledAt: null, ...(input.users ? {} : { role: { not: 'USER' } }) },
      select: { id: true, name: true, role: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 500,
    }),
});

/** Names for ids found in events; who is not found is left out. Not for callers outside: it asks no policy. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.member.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
