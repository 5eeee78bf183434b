import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { subject } from '@/lib/platform/subject';
import { type AllocationRow, allocationSelect } from '@/lib/resources/queries/allocation-view';
import { type ResourceRow, resourceSelect } from '@/lib/resources/queries/resource-view';
import { isOwnAllocation } from '@/lib/resources/rules/allocation-acts';
import type { AllocationData } from './events';

export const resources = subject({
  noun: 'resource',
  table: 'resource',
  select: resourceSelect,
  answers: resourceSelect,
  named:
    'coalesce((select name from member where id = member_id), (select name from team where id = team_id), name)',
  words: { one: 'resource', missing: 'There is no such resource. Choose another.' },
  // A person and a team are resources by being there: their row is made when they are first booked.
  lock: async (tx, id: string) => {
    await tx.$executeRaw`
      insert into resource (id, kind, name, member_id)
      select id, 'PERSON', name, id from member where id = ${id}::uuid and role <> 'USER' on conflict do nothing`;
    await tx.$executeRaw`
      insert into resource (id, kind, name, team_id)
      select id, 'TEAM', name, id from team where id = ${id}::uuid on conflict do nothing`;
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      select id from resource where id = ${id}::uuid or member_id = ${id}::uuid or team_id = ${id}::uuid for no key update`;
    return row?.id ?? null;
  },
});

export const allocations = subject({
  noun: 'allocation',
  table: 'allocation',
  select: allocationSelect,
  answers: allocationSelect,
  words: { one: 'booking', missing: 'There is no such booking. Look at the list again.' },
  own: isOwnAllocation,
  // The resource before its booking, because who books it holds the resource.
  lock: async (tx, id: string) => {
    await tx.$queryRaw`
      select r.id from resource r join allocation a on a.resource_id = r.id where a.id = ${id}::uuid for no key update of r`;
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      select id from allocation where id = ${id}::uuid for no key update`;
    return row?.id ?? null;
  },
});

/** What the events of one allocation are about. */
export function allocationData(row: AllocationRow): AllocationData {
  return {
    allocationId: row.id,
    resourceId: row.resource.id,
    kind: row.resource.kind,
    memberId: row.resource.member?.id ?? null,
    teamId: row.resource.team?.id ?? null,
    incidentId: row.incidentId,
    runId: row.runId,
    aspect: row.aspect,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  };
}

/** @throws AppError `precondition` of a person or a team */
export function assertEquipmentOrVendor({ member, team }: ResourceRow): void {
  if (!member && !team) return;
  throw new AppError('precondition', `${member ? 'A person' : 'A team'} is changed under People, not here.`);
}

/** @throws AppError `invalid` at `serverId`: a spare stands in for a server of the catalogue */
export async function assertServerInUse(tx: Tx, serverId: string | null | undefined): Promise<void> {
  if (!serverId) return;
  if ((await tx.server.count({ where: { id: serverId, archivedAt: null } })) > 0) return;
  const sentence = 'This server is not in the catalogue any more. Choose another.';
  throw new AppError('invalid', sentence, { fields: { serverId: [sentence] } });
}
