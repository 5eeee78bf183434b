import type { Tx } from '@/lib/database/db';
import { followRules, unconfirmedRules } from '@/lib/deliveries/limits';
import { plainSubject } from '@/lib/deliveries/rules/plain-subject';
import {
  type FrozenHeaders,
  isOpenToAnybody,
  type SuppressionReason,
  type SuppressReason,
} from '@/lib/deliveries/schema';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';
import { mailboxOf } from '@/lib/platform/input/email';
import { countAttempt } from '@/lib/platform/limits/rate-limit';
import { settings as environment } from '@/lib/platform/process/environment';
import type { Settings } from '@/lib/settings/schema';
import { type RenderedMail, renderMail } from './parts/render';
import type { PlannedMail, Recipient } from './planned-mail';

/** The same over all tries and processes, so that a mail that arrives twice is seen as one. */
function messageIdOf(deliveryId: string): string {
  const domain = environment().mailFrom.address.split('@').at(-1) ?? 'localhost';
  return `<${deliveryId}@${domain}>`;
}

async function storeContent(tx: Tx, rendered: RenderedMail): Promise<string> {
  const { hash, html, text } = rendered;
  // A content that is there already is only looked up: an empty change makes the row visible to `returning`.
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into mail_content (id, hash, html, text) values (${newId()}::uuid, ${hash}, ${html}, ${text})
    on conflict (hash) do update set hash = excluded.hash returning id`;
  if (!row) throw new Error('A mail content was not stored.');
  return row.id;
}

/**
 * Whose address takes nothing: what its owner complained of it is sent no more to, by whomever; what bounced or
 * unsubscribed, but what was asked for just now.
 */
async function suppressedAddresses(
  tx: Tx,
  { purpose, recipients }: PlannedMail,
): Promise<Map<string, SuppressReason>> {
  const outside = recipients.filter(({ kind }) => kind === 'SUBSCRIBER' || kind === 'REPORTER');
  if (outside.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ address: string; reason: SuppressionReason }[]>`
    select a.address, s.reason::text as reason
    from unnest(${outside.map(({ address }) => address)}::text[],
      ${outside.map(({ address }) => mailboxOf(address))}::text[]) as a(address, mailbox)
    join suppression s on s.channel = 'EMAIL'
      and (s.address = a.address or s.address = a.mailbox and s.reason = 'COMPLAINED')
    order by s.reason = 'COMPLAINED'`;
  const follows = outside[0]?.kind === 'SUBSCRIBER' && purpose !== 'subscription-confirm';
  const counted = rows.filter(({ reason }) => follows || reason === 'COMPLAINED');
  return new Map(counted.map(({ address, reason }) => [address, reason]));
}

/** Counts mails that go to addresses which anybody may have typed. @returns those that had enough */
async function floodedAddresses(
  tx: Tx,
  { purpose, recipients }: PlannedMail,
  suppressed: ReadonlyMap<string, unknown>,
): Promise<string[]> {
  const flooded: string[] = [];
  const rulesFor = isOpenToAnybody(purpose) ? unconfirmedRules : followRules;
  for (const { address, unconfirmed, range } of recipients) {
    if (!unconfirmed || suppressed.has(address)) continue;
    if ((await countAttempt(rulesFor(address, range), tx)) > 0) flooded.push(address);
  }
  return flooded;
}

const rowsAtOnce = 5_000;

interface Writing {
  event: StoredEvent;
  planned: PlannedMail;
  contentId: string;
  headers: FrozenHeaders;
  suppressed: Map<string, SuppressReason>;
}

async function insertRows(tx: Tx, writing: Writing, recipients: readonly Recipient[]): Promise<void> {
  const { event, planned, suppressed } = writing;
  const locale = planned.mail.locale;
  const rows = recipients.map((one) => {
    const id = newId();
    return {
      id,
      kind: one.kind,
      recipient_id: one.id,
      name: one.name,
      address: one.address,
      variables: { ...one.variables, locale },
      reason: suppressed.get(one.address) ?? null,
      message_id: messageIdOf(id),
    };
  });
  await tx.$executeRaw`
    insert into delivery (id, event_id, channel, mode, purpose, recipient_kind, recipient_id, recipient_name, address,
      subject, content_id, variables, headers, incident_id, report_id, update_id, state, suppress_reason, message_id)
    select r.id, ${event.id}::uuid, 'EMAIL', ${event.mode}::run_mode, ${planned.purpose}, r.kind, r.recipient_id,
      r.name, r.address, ${plainSubject(planned.mail.subject)}, ${writing.contentId}::uuid, r.variables,
      ${JSON.stringify(writing.headers)}::jsonb, ${planned.incidentId ?? null}::uuid,
      case when r.kind = 'REPORTER' then r.recipient_id end, ${planned.updateId ?? null}::uuid,
      (case when r.reason is null then 'PENDING' else 'SUPPRESSED' end)::delivery_state, r.reason, r.message_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, kind recipient_kind, recipient_id uuid,
      name text, address text, variables jsonb, reason text, message_id text)
    on conflict (event_id, recipient_kind, recipient_id, channel) do nothing`;
}

/** Freezes one mail for everybody who gets it. Told twice about the same event, it writes once. */
export async function writeDeliveries(
  tx: Tx,
  event: StoredEvent,
  planned: PlannedMail,
  { mail, organisation }: Settings,
): Promise<void> {
  if (planned.recipients.length === 0) return;
  const contentId = await storeContent(tx, await renderMail(planned.mail));
  const headers = { fromName: mail.fromName ?? organisation.name, replyTo: organisation.deskEmail };
  const suppressed = await suppressedAddresses(tx, planned);
  for (const address of await floodedAddresses(tx, planned, suppressed)) suppressed.set(address, 'TOO_MANY');
  const writing = { event, planned, contentId, headers, suppressed };
  for (let from = 0; from < planned.recipients.length; from += rowsAtOnce) {
    await insertRows(tx, writing, planned.recipients.slice(from, from + rowsAtOnce));
  }
}
