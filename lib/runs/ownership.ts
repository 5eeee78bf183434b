import type { Db, Tx } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { ownServices } from '@/lib/services/ownership';
import type { Prisma } from '@/prisma/generated/client';

/** Runs that are a developer's own: of the services they or their team look after. */
export function ownRuns(memberId: string): Prisma.RunWhereInput {
  return { service: ownServices(memberId) };
}

/** The owner rule of the policy table's run rows. */
export async function isOwnRun(actor: Actor, { id }: { id: string }, database: Db | Tx): Promise<boolean> {
  if (actor.kind !== 'member' || actor.role !== 'DEVELOPER') return false;
  return (await database.run.count({ where: { AND: [{ id }, ownRuns(actor.memberId)] } })) > 0;
}
