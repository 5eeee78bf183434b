import { db, type Tx } from '@/lib/database/db';
import { writeDeliveries } from '@/lib/deliveries/mails/write';
import { suppressing } from '@/lib/deliveries/queries/suppressing';
import type { Purpose } from '@/lib/deliveries/schema';
import type { Consumer } from '@/lib/platform/events/consumers';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import { reportReleased } from '@/lib/reports/events';
import { currentSettings } from '@/lib/settings/in-force';
import { subscriberConfirmed } from '@/lib/subscribers/events';
import { mailKindsOf } from './mails/table';

const mostAgeMs = 6 * 3_600_000;

/**
 * Whether people are still told. Nobody wants yesterday's news as mail, and the simulated history of a demo must not
 * reach anybody; what was spooled while the database was away is news when it is stored.
 */
function isNews(event: StoredEvent, now: Date): boolean {
  if (event.mode === 'DRILL') return false;
  const spooled = event.data.spooled === true;
  const happened = spooled ? event.recordedAt : event.occurredAt;
  return now.getTime() - Math.min(happened.getTime(), event.recordedAt.getTime()) <= mostAgeMs;
}

/** The address that was confirmed in this event: where the link went, whatever the report says of its reporter by now. */
async function confirmedAddress(tx: Tx, event: StoredEvent): Promise<string | undefined> {
  const confirmed = subscriberConfirmed.read(event);
  if (confirmed) {
    const where = { id: confirmed.subscriberId };
    return (await tx.subscriber.findUnique({ where, select: { address: true } }))?.address;
  }
  const released = event.actorKind === 'reporter' ? reportReleased.read(event) : null;
  if (!released) return undefined;
  // The last one that left: a correction of the address ends the link before, and sends another one.
  const link = await tx.delivery.findFirst({
    where: {
      reportId: released.reportId,
      purpose: 'report-confirm' satisfies Purpose,
      state: { not: 'SUPPRESSED' },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { address: true },
  });
  return link?.address;
}

/** Who confirms an address shows that it takes mail, and wants it. */
async function forgetSuppression(tx: Tx, event: StoredEvent): Promise<void> {
  const address = await confirmedAddress(tx, event);
  if (!address) return;
  const reason = { in: ['BOUNCED' as const, 'COMPLAINED' as const] };
  await tx.suppression.deleteMany({ where: { ...suppressing(address), reason } });
}

async function handle(tx: Tx, event: StoredEvent): Promise<void> {
  await forgetSuppression(tx, event);
  const kinds = mailKindsOf(event.type);
  if (kinds.length === 0 || !isNews(event, new Date())) return;
  const settings = await currentSettings(tx);
  for (const kind of kinds) {
    for (const planned of await kind.planFor(tx, event, { settings, at: event.occurredAt })) {
      await writeDeliveries(tx, event, planned, settings);
    }
  }
}

/** Event → kinds of mail → one delivery for each recipient, in the transaction that moves the cursor. */
export const deliveriesConsumer: Consumer = { name: 'deliveries', handle };

/** Ids of what waits to be sent because of these events. */
export async function deliveriesOf(events: readonly StoredEvent[]): Promise<string[]> {
  const causes = events.filter(({ type }) => mailKindsOf(type).length > 0).map(({ id }) => id);
  if (causes.length === 0) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    select id from delivery where event_id = any(${causes}::uuid[]) and state = 'PENDING' order by id`;
  return rows.map(({ id }) => id);
}
