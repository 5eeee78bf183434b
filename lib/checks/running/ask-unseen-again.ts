import { checkAsked } from '@/lib/checks/events';
import { checks } from '@/lib/checks/subject';
import type { Tx } from '@/lib/database/db';
import { monitorsSighted } from '@/lib/monitors/events';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { Consumer } from '@/lib/platform/events/consumers';
import { recordEvents } from '@/lib/platform/events/record-events';
import { unanswered } from '@/lib/probes/rules/sight';

/** Automated checks of open incidents that got nothing back in that time, and that nobody has recorded over since. */
async function unseenChecks(tx: Tx, since: string, until: string) {
  return await tx.$queryRaw<{ id: string; incidentId: string }[]>`
    select c.id, c.incident_id as "incidentId" from "check" c
    join incident i on i.id = c.incident_id and i.stage not in ('RESOLVED', 'CLOSED')
    join lateral (select started_at, evidence from check_result where check_id = c.id
      order by started_at desc, id desc limit 1) r on true
    where c.probe_kind is not null and c.state in ('FAULT', 'UNCLEAR') and c.finished_by_id is null
      and r.started_at between ${since}::timestamptz and ${until}::timestamptz
      and r.evidence->>'fault' = any(${[...unanswered]})
    order by c.id`;
}

/** When Standby sees again, what it did not see meanwhile is asked again. */
export const askUnseenAgain: Consumer = {
  name: 'unseen-checks',
  handle: async (tx, event) => {
    const sighted = monitorsSighted.read(event);
    if (!sighted) return;
    const unseen = await unseenChecks(tx, sighted.since, sighted.until);
    const now = await databaseNow(tx);
    for (const [incidentId, of] of Map.groupBy(unseen, (one) => one.incidentId)) {
      const where = { id: { in: of.map(({ id }) => id) } };
      const anew = { state: 'PENDING', finishedAt: null } as const;
      const checkIds = (await checks.writeAll(tx, where, anew)).map(({ id }) => id);
      const asked = checkAsked({ incidentId, checkId: null, checkIds, count: checkIds.length });
      await recordEvents(tx, systemContext('checks', { mode: event.mode }), now, [asked]);
    }
  },
};
