import { incidentClosed } from '@/lib/incidents/events';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { Consumer } from '@/lib/platform/events/consumers';
import { recordEvents } from '@/lib/platform/events/record-events';
import { allocationSelect } from '@/lib/resources/queries/allocation-view';
import { allocationReleased } from './events';
import { heldStates } from './schema';
import { allocationData, allocations } from './subject';

/** Nobody stays booked for an incident that is closed. */
export const releaseClosed: Consumer = {
  name: 'release-allocations',
  handle: async (tx, event) => {
    const closed = incidentClosed.read(event);
    if (!closed) return;
    // Several rows at once, in one order. Nothing is booked here, so their resources stay free for others.
    await tx.$queryRaw`
      select id from allocation where incident_id = ${closed.incidentId}::uuid
        and state in ('REQUESTED', 'ACCEPTED', 'ACTIVE') order by id for no key update`;
    const rows = await tx.allocation.findMany({
      where: { incidentId: closed.incidentId, state: { in: [...heldStates] } },
      select: allocationSelect,
    });
    const now = await databaseNow(tx);
    for (const row of rows) await allocations.write(tx, row, { state: 'RELEASED', releasedAt: now });
    const drafts = rows.map((row) => allocationReleased({ ...allocationData(row), reason: 'CLOSED' }));
    await recordEvents(tx, systemContext('release-allocations'), now, drafts);
  },
};
