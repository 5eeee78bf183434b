import type { Tx } from '@/lib/database/db';
import { incidentRoleAssigned } from '@/lib/incidents/events';
import { fitsRole } from '@/lib/incidents/rules/fits-role';
import { notBefore } from '@/lib/incidents/rules/not-before';
import { type IncidentRole, incidentRoleLabel } from '@/lib/incidents/schema';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';
import { isolated } from '@/lib/platform/rules/isolate';

interface Assigning {
  incidentId: string;
  role: IncidentRole;
  memberId: string;
  note?: string | undefined;
  now: Date;
}

/** Roles that lead or speak for the provider need somebody who may publish; a resolver may be a developer too. */
async function assertFit(tx: Tx, memberId: string, role: IncidentRole): Promise<void> {
  const member = await tx.member.findUnique({
    where: { id: memberId },
    select: { name: true, role: true, disabledAt: true },
  });
  if (!member || member.disabledAt)
    throw new AppError('not_found', 'There is no such active member. Choose another.');
  if (fitsRole(member, role)) return;
  const whom = role === 'RESOLVER' || role === 'SCRIBE' ? 'somebody of the team' : 'a responder or a manager';
  throw new AppError(
    'precondition',
    `${isolated(member.name)} cannot be ${incidentRoleLabel[role].toLowerCase()}: that takes ${whom}.`,
  );
}

/**
 * Gives a role to a member; whoever held it hands over in the same instant. Resolvers are several.
 * @throws AppError `conflict` when the member has the role already, `not_found`, `precondition`
 */
export async function giveRole(
  tx: Tx,
  { incidentId, role, memberId, note, now }: Assigning,
): Promise<EventDraft> {
  await assertFit(tx, memberId, role);
  const holders = await tx.incidentRole.findMany({
    where: { incidentId, kind: role, endsAt: null },
    select: { id: true, memberId: true, startsAt: true },
  });
  if (holders.some((holder) => holder.memberId === memberId)) {
    throw new AppError('conflict', `This member is ${incidentRoleLabel[role].toLowerCase()} already.`);
  }
  const from = role === 'RESOLVER' ? null : (holders[0] ?? null);
  if (from) {
    const endsAt = notBefore(now, from.startsAt);
    await tx.incidentRole.update({ where: { id: from.id }, data: { endsAt, note: note ?? null } });
  }
  await tx.incidentRole.create({
    data: { id: newId(), incidentId, kind: role, memberId, startsAt: now, note: note ?? null },
  });
  return incidentRoleAssigned({ incidentId, role, memberId, fromId: from?.memberId ?? null });
}
