import { db, type Tx } from '@/lib/database/db';
import type { Consumer } from '@/lib/platform/consumers';
import type { StoredEvent } from '@/lib/platform/events';
import { currentSettings } from '@/lib/settings/in-force';
import { subscriberConfirmed } from '@/lib/subscribers/events';
import { accountReactions } from './reactions/account-reactions';
import { allocationReactions } from './reactions/allocation-reactions';
import { incidentReactions } from './reactions/incident-reactions';
import type { Reaction } from './reactions/reaction';
import { recoveryReactions } from './reactions/recovery-reactions';
import { reportReactions } from './reactions/report-reactions';
import { writeDeliveries } from './write';

const reactions = new Map<string, Reaction>(
  [
    ...reportReactions,
    ...incidentReactions,
    ...allocationReactions,
    ...recoveryReactions,
    ...accountReactions,
  ].map((one) => [one.type, one]),
);

const mostAgeMs = 6 * 3_600_000;

/**
 * Whether people are still told. Nobody wants yesterday's news as mail, and the simulated history of a demo must not
 * reach anybody; what was spooled while the database was away is news when it is stored.
 */
export function isNews(event: StoredEvent, now: Date): boolean {
  if (event.mode === 'DRILL') return false;
  const spooled = event.data.spooled === true;
  const happened = spooled ? event.recordedAt : event.occurredAt;
  return now.getTime() - Math.min(happened.getTime(), event.recordedAt.getTime()) <= mostAgeMs;
}

/** Who confirms an address shows that it takes mail. */
async function forgetBounce(tx: Tx, event: StoredEvent): Promise<void> {
  const confirmed = subscriberConfirmed.read(event);
  if (!confirmed) return;
  await tx.$executeRaw`
    delete from suppression where channel = 'EMAIL' and reason = 'BOUNCED'
      and address = (select address from subscriber where id = ${confirmed.subscriberId}::uuid)`;
}

async function handle(tx: Tx, event: StoredEvent): Promise<void> {
  if (event.type === subscriberConfirmed.type) return await forgetBounce(tx, event);
  const reaction = reactions.get(event.type);
  if (!reaction || !isNews(event, new Date())) return;
  const settings = await currentSettings(tx);
  for (const planned of await reaction.plan(tx, event, { settings, at: event.occurredAt })) {
    if (planned) await writeDeliveries(tx, event, planned, settings);
  }
}

/** Event → rule → one delivery for each recipient, in the transaction that moves the cursor. */
export const deliveriesConsumer: Consumer = { name: 'deliveries', handle };

/** Ids of what waits to be sent because of these events. */
export async function deliveriesOf(events: readonly StoredEvent[]): Promise<string[]> {
  const told = events.filter(({ type }) => reactions.has(type)).map(({ id }) => id);
  if (told.length === 0) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    select id from delivery where event_id = any(${told}::uuid[]) and state = 'PENDING' order by id`;
  return rows.map(({ id }) => id);
}
