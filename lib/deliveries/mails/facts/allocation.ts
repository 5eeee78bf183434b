import type { Route } from 'next';
import type { Tx } from '@/lib/database/db';
import type { Recipient } from '@/lib/deliveries/mails/planned-mail';
import { to } from '@/lib/platform/rules/to';
import type { Aspect } from '@/lib/resources/schema';
import type { Severity } from '@/lib/severity/schema';
import { membersById } from './members';

export interface AllocationFacts {
  /** The person, the team or the thing. */
  name: string;
  /** Its name, where a team is booked. */
  team: string | null;
  aspect: Aspect;
  from: Date;
  until: Date;
  note: string | null;
  answerNote: string | null;
  /** "INC-2041" or "FO-32". */
  ref: string;
  /** That with its title. */
  about: string;
  path: Route;
  incident: { id: string; ref: string; severity: Severity } | null;
  /** Who answers for the resource: the person, the lead of the team, all of it without a lead. Nobody of things. */
  people: Recipient[];
  requestedBy: Recipient | null;
  released: boolean;
}

const select = {
  aspect: true,
  state: true,
  startsAt: true,
  endsAt: true,
  note: true,
  answerNote: true,
  requestedById: true,
  incident: { select: { id: true, ref: true, title: true, severity: true } },
  run: { select: { ref: true, plan: { select: { name: true } } } },
  resource: {
    select: {
      name: true,
      member: { select: { id: true, name: true } },
      team: { select: { name: true, leadId: true, members: { select: { memberId: true } } } },
    },
  },
} as const;

/** One allocation as mails about it need it, or null when it is gone. */
export async function allocationFacts(tx: Tx, id: string): Promise<AllocationFacts | null> {
  const row = await tx.allocation.findUnique({ where: { id }, select });
  if (!row) return null;
  const { member, team, name } = row.resource;
  const ids = member
    ? [member.id]
    : team?.leadId
      ? [team.leadId]
      : (team?.members.map(({ memberId }) => memberId) ?? []);
  const ref = row.incident?.ref ?? row.run?.ref ?? '';
  const title = row.incident?.title ?? row.run?.plan.name ?? '';
  const [requestedBy = null] = await membersById(tx, [row.requestedById]);
  return {
    name: member?.name ?? team?.name ?? name,
    team: team?.name ?? null,
    aspect: row.aspect,
    from: row.startsAt,
    until: row.endsAt,
    note: row.note,
    answerNote: row.answerNote,
    ref,
    about: `${ref} ${title}`,
    path: row.incident ? to(`/incidents/${ref}/resources`) : '/home',
    incident: row.incident,
    people: await membersById(tx, ids),
    requestedBy,
    released: row.state === 'RELEASED',
  };
}
