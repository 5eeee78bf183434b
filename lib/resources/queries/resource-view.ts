import { counted } from '@/lib/language/words';
import { roleLabel } from '@/lib/members/schema';
import type { Prisma } from '@/prisma/generated/client';
import type { ResourceView } from './views';

export const memberSelect = {
  id: true,
  name: true,
  role: true,
  knows: true,
  capacity: true,
  capacityUntil: true,
  disabledAt: true,
} as const;

export const teamSelect = {
  id: true,
  name: true,
  leadId: true,
  capacity: true,
  hours: true,
  archivedAt: true,
  members: { select: { memberId: true } },
} as const;

export const resourceSelect = {
  id: true,
  kind: true,
  name: true,
  detail: true,
  site: true,
  capacity: true,
  archivedAt: true,
  version: true,
  server: { select: { id: true, name: true } },
  member: { select: memberSelect },
  team: { select: teamSelect },
} satisfies Prisma.ResourceSelect;

export type ResourceRow = Prisma.ResourceGetPayload<{ select: typeof resourceSelect }>;
type MemberRow = NonNullable<ResourceRow['member']>;
type TeamRow = NonNullable<ResourceRow['team']>;

const bare = { site: null, server: null, version: null, capacityUntil: null };

export function personView(id: string, member: MemberRow, now: Date): ResourceView {
  const more = member.capacityUntil === null || member.capacityUntil > now;
  return {
    ...bare,
    id,
    kind: 'PERSON',
    name: member.name,
    detail: [roleLabel[member.role], ...member.knows].join(', '),
    capacity: more ? member.capacity : 1,
    capacityUntil: more && member.capacity > 1 ? (member.capacityUntil?.toISOString() ?? null) : null,
    archived: member.disabledAt !== null,
  };
}

export function teamView(id: string, team: TeamRow): ResourceView {
  const jobs = counted(team.capacity, 'job at a time', 'jobs at once');
  return {
    ...bare,
    id,
    kind: 'TEAM',
    name: team.name,
    detail: [jobs, team.hours].filter(Boolean).join(', '),
    capacity: team.capacity,
    archived: team.archivedAt !== null,
  };
}

/** A resource under its current name: that of the member or the team, where it is one. */
export function resourceView(row: ResourceRow, now: Date): ResourceView {
  if (row.member) return personView(row.id, row.member, now);
  if (row.team) return teamView(row.id, row.team);
  const place = row.site ?? (row.server ? `Spare for ${row.server.name}` : null);
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    detail: [row.detail, place].filter(Boolean).join(', '),
    capacity: row.capacity ?? 1,
    capacityUntil: null,
    site: row.site,
    server: row.server,
    version: row.version,
    archived: row.archivedAt !== null,
  };
}
