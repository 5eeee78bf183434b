import { inTransaction, type Tx } from '@/lib/database/db';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { type Running, repeat } from '@/lib/platform/process/repeat';
import { type AllocationRow, allocationSelect } from '@/lib/resources/queries/allocation-view';
import { allocationReleased, allocationStarted } from './events';
import { allocationData, allocations } from './subject';

const everyMs = 5_000;
const batch = 200;

async function rowsOf(tx: Tx, ids: { id: string }[]): Promise<AllocationRow[]> {
  if (ids.length === 0) return [];
  return await tx.allocation.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: allocationSelect,
    orderBy: { id: 'asc' },
  });
}

/* Each row is moved by whoever locked it when it was due, so that of several watchers one records the event. */

async function begin(tx: Tx, now: Date): Promise<EventDraft[]> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    select id from allocation
    where state = 'ACCEPTED' and starts_at <= ${now}::timestamptz and ends_at > ${now}::timestamptz
    order by starts_at limit ${batch} for update skip locked`;
  const rows = await rowsOf(tx, due);
  if (rows.length > 0)
    await allocations.writeAll(tx, { id: { in: rows.map(({ id }) => id) } }, { state: 'ACTIVE' });
  return rows.map((row) => allocationStarted(allocationData(row), { occurredAt: row.startsAt }));
}

/** What ran out is free; extending is an act that somebody did not do. */
async function end(tx: Tx, now: Date): Promise<EventDraft[]> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    select id from allocation
    where state in ('REQUESTED', 'ACCEPTED', 'ACTIVE') and ends_at <= ${now}::timestamptz
    order by ends_at limit ${batch} for update skip locked`;
  const rows = await rowsOf(tx, due);
  for (const row of rows) await allocations.write(tx, row, { state: 'RELEASED', releasedAt: row.endsAt });
  return rows.map((row) => {
    const reason = row.state === 'REQUESTED' ? 'UNANSWERED' : 'ENDED';
    return allocationReleased({ ...allocationData(row), reason }, { occurredAt: row.endsAt });
  });
}

/** Begins what was accepted and ends what ran out, once for each. @returns how many were moved */
export async function watchAllocations(at?: Date): Promise<number> {
  return await inTransaction(async (tx) => {
    const now = at ?? (await databaseNow(tx));
    const drafts = [...(await begin(tx, now)), ...(await end(tx, now))];
    await recordEvents(tx, systemContext('allocation-watch'), now, drafts);
    return drafts.length;
  });
}

/** Watches for as long as the worker runs. Any number of workers may. */
export function startAllocationWatch(): Running {
  return repeat(() => watchAllocations(), { everyMs, failed: 'allocation watch: trying again' });
}
