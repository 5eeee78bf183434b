import type { Tx } from '@/lib/database/db';
import { fitsRole } from '@/lib/incidents/rules/fits-role';
import type { IncidentRole } from '@/lib/incidents/schema';
import type { Role } from '@/lib/members/schema';

interface Duty {
  kind: IncidentRole | 'OPERATOR' | 'BOOKED' | 'OWNER' | 'TEAM';
  /** "INC-2041", "FO-32", or a name. */
  about: string;
  title: string | null;
}

/** What a member holds of what goes on, that they can hold no more: everything when shut out, else by the new role. */
export async function dutiesOf(tx: Tx, memberId: string, left: Role | null): Promise<Duty[]> {
  const roles = await tx.incidentRole.findMany({
    where: { memberId, endsAt: null, incident: { stage: { notIn: ['RESOLVED', 'CLOSED'] } } },
    orderBy: { startsAt: 'asc' },
    select: { kind: true, incident: { select: { ref: true, title: true } } },
  });
  const lost = roles.filter(({ kind }) => left === null || !fitsRole({ role: left }, kind));
  const duties: Duty[] = lost.map(({ kind, incident: { ref, title } }) => ({ kind, about: ref, title }));
  return left === null ? [...duties, ...(await othersOf(tx, memberId))] : duties;
}

async function othersOf(tx: Tx, memberId: string): Promise<Duty[]> {
  const runs = await tx.run.findMany({
    where: { operatorId: memberId, finishedAt: null, demoHistory: false },
    select: { ref: true, plan: { select: { name: true } } },
  });
  const booked = await tx.allocation.findMany({
    where: { resource: { memberId }, state: { in: ['REQUESTED', 'ACCEPTED', 'ACTIVE'] } },
    select: {
      incident: { select: { ref: true, title: true } },
      run: { select: { ref: true, plan: { select: { name: true } } } },
    },
  });
  const services = await tx.service.findMany({
    where: { ownerId: memberId, archivedAt: null },
    select: { name: true },
  });
  const teams = await tx.team.findMany({
    where: { leadId: memberId, archivedAt: null },
    select: { name: true },
  });
  return [
    ...runs.map(({ ref, plan }): Duty => ({ kind: 'OPERATOR', about: ref, title: plan.name })),
    ...booked.map(({ incident, run }): Duty => {
      const title = incident?.title ?? run?.plan.name ?? null;
      return { kind: 'BOOKED', about: incident?.ref ?? run?.ref ?? '', title };
    }),
    ...services.map(({ name }): Duty => ({ kind: 'OWNER', about: name, title: null })),
    ...teams.map(({ name }): Duty => ({ kind: 'TEAM', about: name, title: null })),
  ];
}
