import type { Tx } from '@/lib/database/db';
import { monitorAddressAnswers, monitorAddressSilent } from '@/lib/monitors/events';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';
import type { ProbeOutcome } from '@/lib/probes/rules/probe';
import { silentFindings } from '@/lib/probes/sight/silent-addresses';

/** What somebody settled in words is found again when it is still so after this. Milliseconds. */
const againAfterMs = 24 * 3_600_000;

/**
 * A service that answers may have an address that does not: that is a finding, until it answers again or somebody says
 * what became of it.
 * @param seen the newest probe of the monitor that was OK
 */
export async function noteSilent(
  tx: Tx,
  monitor: { id: string; serviceId: string },
  seen: ProbeOutcome,
  now: Date,
): Promise<EventDraft[]> {
  const silent = silentFindings(seen);
  const about = { monitorId: monitor.id, serviceId: monitor.serviceId };
  const known = await tx.finding.findMany({
    where: {
      monitorId: monitor.id,
      OR: [
        { settledAt: null },
        { settlement: { not: null }, settledAt: { gt: new Date(now.getTime() - againAfterMs) } },
      ],
    },
    select: { id: true, address: true, settledAt: true },
  });
  const over = known.filter(
    ({ address, settledAt }) => settledAt === null && silent.every((one) => one.address !== address),
  );
  const ids = over.map(({ id }) => id);
  await tx.finding.updateMany({ where: { id: { in: ids } }, data: { settledAt: now } });
  const begun = silent
    .filter(({ address }) => known.every((one) => one.address !== address))
    .map((one) => ({ ...about, ...one, id: newId(), area: 'NETWORKING' as const, createdAt: now }));
  await tx.finding.createMany({ data: begun });
  return [
    ...ids.map((findingId) => monitorAddressAnswers({ ...about, findingId })),
    ...begun.map(({ id }) => monitorAddressSilent({ ...about, findingId: id })),
  ];
}
