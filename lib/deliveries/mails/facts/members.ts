import type { Tx } from '@/lib/database/db';
import type { Recipient } from '@/lib/deliveries/mails/planned-mail';
import type { Role } from '@/lib/members/schema';
import type { StoredEvent } from '@/lib/platform/events/event-type';

const select = { id: true, name: true, email: true } as const;

interface Row {
  id: string;
  name: string;
  email: string;
}

/** Members read the console, which is in English. */
function recipient({ id, name, email }: Row): Recipient {
  return { kind: 'MEMBER', id, name, address: email, locale: 'en', variables: {} };
}

/** Active members by id, each once. */
export async function membersById(tx: Tx, ids: readonly (string | null)[]): Promise<Recipient[]> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return [];
  const rows = await tx.member.findMany({ where: { id: { in: wanted }, disabledAt: null }, select });
  return rows.map(recipient);
}

export async function membersWithRole(tx: Tx, role: Role): Promise<Recipient[]> {
  const rows = await tx.member.findMany({
    where: { role, disabledAt: null },
    select,
    orderBy: { id: 'asc' },
  });
  return rows.map(recipient);
}

/** Who leads an incident and who speaks for it, if somebody does. */
export async function leadsOf(tx: Tx, incidentId: string): Promise<Recipient[]> {
  const roles = await tx.incidentRole.findMany({
    where: { incidentId, endsAt: null, kind: { in: ['MANAGER', 'COMMUNICATIONS'] } },
    select: { memberId: true },
  });
  return await membersById(
    tx,
    roles.map(({ memberId }) => memberId),
  );
}

/** The leads of an incident; without any, every manager. */
export async function leadsOrManagers(tx: Tx, incidentId: string): Promise<Recipient[]> {
  const leads = await leadsOf(tx, incidentId);
  return leads.length > 0 ? leads : await membersWithRole(tx, 'MANAGER');
}

/** Every manager; without any, the admins. */
export async function managersOrAdmins(tx: Tx): Promise<Recipient[]> {
  const managers = await membersWithRole(tx, 'MANAGER');
  return managers.length > 0 ? managers : await membersWithRole(tx, 'ADMIN');
}

/** The member whose act an event is, if it is one's. */
export function actingMemberId({ actorKind, actorId }: StoredEvent): string | null {
  return actorKind === 'member' ? actorId : null;
}

export async function memberName(tx: Tx, id: string | null): Promise<string | null> {
  if (!id) return null;
  return (await tx.member.findUnique({ where: { id }, select: { name: true } }))?.name ?? null;
}
