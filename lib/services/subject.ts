import type { Db, Tx } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { subject } from '@/lib/platform/subject';

/** A developer looks after a service, alone or in a team. */
export async function isOwnService(
  actor: Actor,
  { id }: { id: string },
  database: Db | Tx,
): Promise<boolean> {
  if (actor.kind !== 'member' || actor.role !== 'DEVELOPER') return false;
  const { memberId } = actor;
  const own = await database.service.count({
    where: { id, OR: [{ ownerId: memberId }, { team: { members: { some: { memberId } } } }] },
  });
  return own > 0;
}

export const services = subject({
  noun: 'service',
  table: 'service',
  select: {
    id: true,
    version: true,
    name: true,
    slug: true,
    description: true,
    tier: true,
    visibility: true,
    groupId: true,
    ownerId: true,
    publicAddress: true,
    usedBy: true,
    hours: true,
    rtoMinutes: true,
    rpoMinutes: true,
    agreedBy: true,
    agreedOn: true,
    archivedAt: true,
  },
  answers: { id: true, slug: true, version: true },
  named: 'name',
  words: { one: 'service' },
  own: isOwnService,
});
