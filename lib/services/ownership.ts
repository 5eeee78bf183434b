import type { Db, Tx } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import type { Prisma } from '@/prisma/generated/client';

/** Services that a developer looks after, alone or in a team. */
export function ownServices(memberId: string): Prisma.ServiceWhereInput {
  return { OR: [{ ownerId: memberId }, { team: { members: { some: { memberId } } } }] };
}

/** The owner rule of the policy table's service rows. */
export async function isOwnService(
  actor: Actor,
  { id }: { id: string },
  database: Db | Tx,
): Promise<boolean> {
  if (actor.kind !== 'member' || actor.role !== 'DEVELOPER') return false;
  return (await database.service.count({ where: { id, ...ownServices(actor.memberId) } })) > 0;
}
