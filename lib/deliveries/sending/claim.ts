import { pool } from '@/lib/database/db';
import {
  type FrozenHeaders,
  frozenHeadersSchema,
  overtakenPurposes,
  type RecipientKind,
  variablesSchema,
} from '@/lib/deliveries/schema';
import type { UnsentMail } from './suppress';

export interface Claimed extends UnsentMail {
  id: string;
  purpose: string;
  recipientKind: RecipientKind;
  recipientId: string;
  recipientName: string | null;
  address: string;
  subject: string;
  contentId: string;
  headers: FrozenHeaders;
  messageId: string;
  /** Of the first mail about the same matter that its recipient got. */
  firstMessageId: string | null;
  incidentId: string | null;
  reportId: string | null;
  /** The database's clock at the claim. */
  now: Date;
}

interface Row extends Omit<Claimed, 'headers' | 'variables'> {
  headers: unknown;
  variables: unknown;
}

const purposes = overtakenPurposes.map((purpose) => `'${purpose}'`).join(', ');

/* A newer update is not begun while an older one to the same recipient is on its way, so that they arrive in order. */
const text = `
  with wanted as (
    select d.id from delivery d
    where d.id = any($1::uuid[]) and d.channel = 'EMAIL' and d.mode = 'LIVE' and d.state in ('PENDING', 'RETRY')
      and d.next_try_at <= now() and (d.claimed_until is null or d.claimed_until < now())
      and not (d.purpose in (${purposes}) and exists (
        select 1 from delivery o where o.recipient_kind = d.recipient_kind and o.recipient_id = d.recipient_id
          and o.incident_id = d.incident_id and o.purpose in (${purposes}) and o.created_at < d.created_at
          and o.id <> d.id and o.claimed_until > now()))
    for update of d skip locked)
  update delivery d set claimed_by = $2, claimed_until = now() + make_interval(secs => $3)
  from wanted w where d.id = w.id
  returning d.id, d.purpose, d.recipient_kind as "recipientKind", d.recipient_id as "recipientId",
    d.recipient_name as "recipientName", d.address, d.subject, d.content_id as "contentId", d.headers, d.variables,
    d.message_id as "messageId", (
      select f.message_id from delivery f where f.recipient_kind = d.recipient_kind and f.recipient_id = d.recipient_id
        and (f.incident_id = d.incident_id or f.report_id = d.report_id) and f.state = 'SENT' and f.id <> d.id
        order by f.created_at, f.id limit 1) as "firstMessageId", d.incident_id as "incidentId", d.report_id as "reportId", d.attempts,
    d.created_at as "createdAt", now() as now,
    (d.purpose in (${purposes}) and exists (
      select 1 from delivery n where n.recipient_kind = d.recipient_kind and n.recipient_id = d.recipient_id
        and n.incident_id = d.incident_id and n.purpose in (${purposes}) and n.created_at > d.created_at
        and n.state in ('PENDING', 'RETRY', 'SENT'))) as newer,
    (d.recipient_kind = 'SUBSCRIBER' and exists (
      select 1 from subscriber s where s.id = d.recipient_id and s.state = 'UNSUBSCRIBED')
     or d.purpose in (${purposes}) and d.recipient_kind = 'REPORTER' and exists (
      select 1 from report r where r.id = d.recipient_id and not r.wants_updates)) as "left"`;

function claimed(row: Row): Claimed {
  return {
    ...row,
    headers: frozenHeadersSchema.parse(row.headers),
    variables: variablesSchema.parse(row.variables ?? {}),
  };
}

/**
 * Takes deliveries that are due, for a time, so that no other process sends them meanwhile. Answers null for one that
 * is not due any more or is in other hands.
 */
export async function claimDeliveries(
  ids: readonly string[],
  holder: string,
  seconds: number,
): Promise<(Claimed | null)[]> {
  const { rows } = await pool().query<Row>({
    name: 'delivery-claim',
    text,
    values: [[...new Set(ids)], holder, seconds],
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  // An id that was asked for twice at once is given out once.
  return ids.map((id) => {
    const row = byId.get(id);
    byId.delete(id);
    return row ? claimed(row) : null;
  });
}

/** Makes claims last for so many seconds from now. @returns the ids of those that are still the holder's */
export async function renewClaims(
  ids: readonly string[],
  holder: string,
  seconds: number,
): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>({
    name: 'delivery-renew',
    text: `update delivery set claimed_until = now() + make_interval(secs => $3)
      where id = any($1::uuid[]) and claimed_by = $2 returning id`,
    values: [ids, holder, seconds],
  });
  return rows.map(({ id }) => id);
}
