import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { memberPolicy } from '@/lib/members/policy';
import { listPeopleInput } from '@/lib/members/schema';
import { pageOf, readCursor } from '@/lib/platform/answers/paging';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import type { Prisma } from '@/prisma/generated/client';
import { type OpenInvitationView, type PeopleView, type PersonView, peopleViewSchema } from './views';

const pageSize = 50;
const hereMs = 5 * 60_000;

const columns = {
  id: true,
  name: true,
  email: true,
  role: true,
  knows: true,
  capacity: true,
  capacityUntil: true,
  lastSignedInAt: true,
  disabledAt: true,
  version: true,
  teams: { select: { team: { select: { name: true } } }, orderBy: { team: { name: 'asc' } } },
} as const satisfies Prisma.MemberSelect;

type Row = Prisma.MemberGetPayload<{ select: typeof columns & { _count: { select: { sessions: true } } } }>;

function seenSince(since: Date): Prisma.SessionWhereInput {
  return { revokedAt: null, expiresAt: { gt: new Date() }, lastSeenAt: { gt: since } };
}

function matching(find: string): Prisma.MemberWhereInput {
  if (!find) return {};
  const contains = { contains: find, mode: 'insensitive' } as const;
  return {
    OR: [
      { name: contains },
      { email: contains },
      { knows: { has: find.toLowerCase() } },
      { teams: { some: { team: { name: contains } } } },
    ],
  };
}

function person(row: Row): PersonView {
  const { teams, disabledAt, capacityUntil, lastSignedInAt, _count, ...rest } = row;
  return {
    ...rest,
    state: disabledAt ? 'DISABLED' : 'ACTIVE',
    teams: teams.map(({ team }) => team.name),
    capacityUntil: capacityUntil?.toISOString() ?? null,
    here: _count.sessions > 0,
    lastSignedInAt: lastSignedInAt?.toISOString() ?? null,
  };
}

/** By name, and by id where two have the same. */
const placeSchema = z.object({ name: z.string(), id: z.uuid() });

function afterPlace(cursor: string | undefined): Prisma.MemberWhereInput {
  const place = readCursor(placeSchema, cursor);
  return place ? { OR: [{ name: { gt: place.name } }, { name: place.name, id: { gt: place.id } }] } : {};
}

const stillOpen = { acceptedAt: null, revokedAt: null };

async function openInvitations(db: Db, find: string): Promise<OpenInvitationView[]> {
  const rows = await db.invitation.findMany({
    where: { ...stillOpen, ...(find ? { email: { contains: find, mode: 'insensitive' } } : {}) },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      createdAt: true,
      expiresAt: true,
      invitedBy: { select: { name: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return rows.map(({ createdAt, expiresAt, invitedBy, ...row }) => ({
    ...row,
    invitedBy: invitedBy?.name ?? null,
    invitedAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    over: expiresAt.getTime() <= Date.now(),
  }));
}

async function countPeople(db: Db, since: Date): Promise<PeopleView['counts']> {
  const [members, here, disabled, invited, teams] = await Promise.all([
    db.member.count({ where: { disabledAt: null } }),
    db.member.count({ where: { disabledAt: null, sessions: { some: seenSince(since) } } }),
    db.member.count({ where: { disabledAt: { not: null } } }),
    db.invitation.count({ where: stillOpen }),
    db.team.count({ where: { archivedAt: null } }),
  ]);
  return { members, here, disabled, invited, teams };
}

/** Members by name, with the invitations that are open, and how many there are of each. */
export const listPeople = query({
  name: 'member.list',
  input: listPeopleInput,
  answer: peopleViewSchema,
  allow: permit(memberPolicy, 'member.list'),
  run: async ({ db, input }): Promise<PeopleView> => {
    const { show, find, after } = input;
    const since = new Date(Date.now() - hereMs);
    const where: Prisma.MemberWhereInput = {
      AND: [matching(find), afterPlace(after)],
      disabledAt: show === 'disabled' ? { not: null } : null,
      ...(show === 'here' ? { sessions: { some: seenSince(since) } } : {}),
    };
    const withMembers = show !== 'invited';
    const withInvitations = (show === 'all' || show === 'invited') && !after;
    const [rows, invitations, counts] = await Promise.all([
      withMembers
        ? db.member.findMany({
            where,
            select: { ...columns, _count: { select: { sessions: { where: seenSince(since) } } } },
            orderBy: [{ name: 'asc' }, { id: 'asc' }],
            take: pageSize + 1,
          })
        : [],
      withInvitations ? openInvitations(db, find) : [],
      countPeople(db, since),
    ]);
    const { page, next } = pageOf(rows, pageSize, ({ name, id }) => ({ name, id }));
    return { people: page.map(person), invitations, counts, next };
  },
});
