import type { Tx } from '@/lib/database/db';
import type { TeamView } from './views';

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
