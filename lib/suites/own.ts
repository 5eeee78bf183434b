import { db } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';

/** The owner rule of the policy table's suite rows: a developer looks after the service, alone or in a team. */
export async function isOwnSuite(actor: Actor, subject: { serviceId: string }): Promise<boolean> {
  if (actor.kind !== 'member' || actor.role !== 'DEVELOPER') return false;
  const { memberId } = actor;
  const own = await db().service.count({
    where: {
      id: subject.serviceId,
      OR: [{ ownerId: memberId }, { team: { members: { some: { memberId } } } }],
    },
  });
  return own > 0;
}
