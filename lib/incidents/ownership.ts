import type { Db, Tx } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { ownServices } from '@/lib/services/ownership';
import type { Prisma } from '@/prisma/generated/client';

/** Incidents that are a developer's own: of the services they or their team look after, or with a role in them. */
export function ownIncidents(memberId: string): Prisma.IncidentWhereInput {
  return {
    OR: [
      {
        services: { some: { service: ownServices(memberId) } },
      },
      { roles: { some: { memberId, endsAt: null } } },
      {
        allocations: {
          some: {
            resource: {
              OR: [
                { memberId },
                { team: { leadId: memberId } },
                { team: { members: { some: { memberId } } } },
              ],
            },
            state: { in: ['REQUESTED', 'ACCEPTED', 'ACTIVE'] },
          },
        },
      },
    ],
  };
}

/** The owner rule of the policy table's incident rows. */
export async function isOwnIncident(
  actor: Actor,
  subject: { id: string },
  database: Db | Tx,
): Promise<boolean> {
  if (actor.kind !== 'member' || actor.role !== 'DEVELOPER') return false;
  const own = await database.incident.count({
    where: { AND: [{ id: subject.id }, ownIncidents(actor.memberId)] },
  });
  return own > 0;
}

/** Its checks, findings and updates are own to whom the incident is. */
export async function isOfOwnIncident(
  actor: Actor,
  { incidentId }: { incidentId: string | null },
  database: Db | Tx,
): Promise<boolean> {
  return incidentId !== null && (await isOwnIncident(actor, { id: incidentId }, database));
}
