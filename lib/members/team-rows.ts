import type { Tx } from '@/lib/database/db';
import type { TeamView } from '@/lib/members/queries/views';
import { AppError } from '@/lib/platform/errors';

/** @throws AppError `invalid` at `memberIds` */
export async function assertActiveMembers(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const found = await tx.member.count({ where: { id: { in: wanted }, disabledAt: null } });
  if (found === wanted.length) return;
  const sentence = 'Somebody in the list is not an active member any more. Choose again.';
  throw new AppError('invalid', sentence, { fields: { memberIds: [sentence] } });
}

const select = {
  id: true,
  name: true,
  capacity: true,
  version: true,
  lead: { select: { id: true, name: true } },
  members: { select: { member: { select: { id: true, name: true } } }, orderBy: { member: { name: 'asc' } } },
} as const;

export async function readTeam(tx: Tx, id: string): Promise<TeamView> {
  const { members, ...team } = await tx.team.findUniqueOrThrow({ where: { id }, select });
  return { ...team, members: members.map((row) => row.member) };
}

export async function readTeams(tx: Tx): Promise<TeamView[]> {
  const rows = await tx.team.findMany({ where: { archivedAt: null }, select, orderBy: { name: 'asc' } });
  return rows.map(({ members, ...team }) => ({ ...team, members: members.map((row) => row.member) }));
}
