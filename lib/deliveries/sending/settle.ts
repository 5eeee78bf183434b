import { pool } from '@/lib/database/db';
import { deliveryDied } from '@/lib/deliveries/events';
import type { AttemptOutcome, DeliveryState, SuppressReason } from '@/lib/deliveries/schema';
import { systemContext } from '@/lib/platform/context';
import { eventRow, recordSql } from '@/lib/platform/events/record-events';
import type { Claimed } from './claim';

/** What became of a claimed delivery. */
export interface Settled {
  claim: Claimed;
  state: DeliveryState;
  suppress: SuppressReason | null;
  waitSeconds: number | null;
  attempt: {
    outcome: AttemptOutcome;
    code: string | null;
    answer: string | null;
    startedAt: Date;
    finishedAt: Date;
  } | null;
  bounced: boolean;
}

/*
 * Guarded by the claim: a process that was away for too long writes nothing over the work of another. It raises no
 * version: whoever gives a message up meant it after another try as well.
 */
const text = `
  with r as (select * from jsonb_to_recordset($1::jsonb) as r(id uuid, state delivery_state, suppress text, wait int,
      error text, bounced boolean, outcome attempt_outcome, code text, answer text, started timestamptz,
      finished timestamptz)),
  moved as (
    update delivery d set state = r.state, suppress_reason = r.suppress, last_error = coalesce(r.error, d.last_error),
      attempts = d.attempts + case when r.outcome is null then 0 else 1 end,
      next_try_at = case when r.wait is null then d.next_try_at else now() + make_interval(secs => r.wait) end,
      sent_at = case when r.state = 'SENT' then now() end,
      claimed_by = null, claimed_until = null
    from r where d.id = r.id and d.claimed_by = $2 and d.state in ('PENDING', 'RETRY')
    returning d.id, d.attempts, d.address, d.recipient_kind, r.bounced, r.outcome, r.code, r.answer, r.started, r.finished),
  bounce as (
    insert into suppression (channel, address, reason, note)
    select distinct on (address) 'EMAIL'::delivery_channel, address, 'BOUNCED'::suppression_reason, answer from moved
    where bounced and recipient_kind = 'SUBSCRIBER' on conflict do nothing)`;

const attempts = `
  insert into delivery_attempt (delivery_id, number, outcome, code, answer, started_at, finished_at)
  select id, attempts, outcome, code, answer, started, finished from moved where outcome is not null
  on conflict do nothing`;

function row({ claim, state, suppress, waitSeconds, attempt, bounced }: Settled) {
  const failed = attempt && attempt.outcome !== 'SENT';
  return {
    id: claim.id,
    state,
    suppress,
    wait: waitSeconds,
    error: failed ? attempt.answer : null,
    bounced,
    outcome: attempt?.outcome ?? null,
    code: attempt?.code ?? null,
    answer: attempt?.answer ?? null,
    started: attempt?.startedAt ?? null,
    finished: attempt?.finishedAt ?? null,
  };
}

function died({ claim }: Settled) {
  const { id, incidentId, reportId, now } = claim;
  return eventRow(deliveryDied({ deliveryId: id, incidentId, reportId }), systemContext('deliveries'), now);
}

/** Writes down how tries ended, with what the servers answered. */
export async function settleDeliveries(settled: readonly Settled[], holder: string): Promise<void> {
  const rows = JSON.stringify(settled.map(row));
  const dead = settled.filter(({ state }) => state === 'DEAD').map(died);
  if (dead.length === 0) {
    await pool().query({ name: 'delivery-settle', text: `${text} ${attempts}`, values: [rows, holder] });
    return;
  }
  const withEvents = `${text}, tried as (${attempts}), ${recordSql('$3')} select 1`;
  await pool().query({
    name: 'delivery-settle-dead',
    text: withEvents,
    values: [rows, holder, JSON.stringify(dead)],
  });
}
