import type { Db, Tx } from '@/lib/database/db';
import type { ResourceKind } from '@/lib/resources/schema';
import {
  memberSelect,
  personView,
  resourceSelect,
  resourceView,
  teamSelect,
  teamView,
} from './resource-view';
import type { ResourceView } from './views';

const order: readonly ResourceKind[] = ['PERSON', 'TEAM', 'VENDOR', 'EQUIPMENT'];

const own = { resource: { select: { id: true } } } as const;

/**
 * Everybody and everything that can be booked: each member of the provider and each team, booked before or not,
 * equipment and vendors. People first, by name.
 */
export async function bookableResources(db: Db | Tx, now: Date, archived = false): Promise<ResourceView[]> {
  const members = await db.member.findMany({
    where: { disabledAt: null, role: { not: 'USER' } },
    select: { ...memberSelect, ...own },
  });
  const teams = await db.team.findMany({ where: { archivedAt: null }, select: { ...teamSelect, ...own } });
  const things = await db.resource.findMany({
    where: { kind: { in: ['EQUIPMENT', 'VENDOR'] }, ...(archived ? {} : { archivedAt: null }) },
    select: resourceSelect,
  });
  const views = [
    ...members.map((member) => personView(member.resource?.id ?? member.id, member, now)),
    ...teams.map((team) => teamView(team.resource?.id ?? team.id, team)),
    ...things.map((row) => resourceView(row, now)),
  ];
  return views.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.name.localeCompare(b.name, 'en'),
  );
}
