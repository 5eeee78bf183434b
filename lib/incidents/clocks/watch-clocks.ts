import { inTransaction, type Tx } from '@/lib/database/db';
import { clockAtRisk, clockMissed, promiseMissed } from '@/lib/incidents/events';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { type Running, repeat } from '@/lib/platform/process/repeat';
import type { Clock } from '@/prisma/generated/client';

const everyMs = 30_000;
const batch = 200;

type Due = Pick<Clock, 'id' | 'incidentId' | 'reportId' | 'kind' | 'severity'> & {
  dueAt: Date;
  atRiskAt: Date | null;
};

/* Each mark is set by the statement that finds it unset, so that of several watchers one records the event. */

async function markAtRisk(tx: Tx, now: Date): Promise<EventDraft[]> {
  const rows = await tx.$queryRaw<Due[]>`
    with due as (
      select id from clock
      where at_risk_at <= ${now}::timestamptz and due_at > ${now}::timestamptz
        and stopped_at is null and paused_at is null and warned_at is null
      order by at_risk_at limit ${batch} for update skip locked)
    update clock c set warned_at = ${now}::timestamptz from due where c.id = due.id
    returning c.id, c.incident_id as "incidentId", c.report_id as "reportId", c.kind::text as kind,
      c.severity::text as severity, c.due_at as "dueAt", c.at_risk_at as "atRiskAt"`;
  return rows.map((row) => clockAtRisk(fact(row), { occurredAt: row.atRiskAt ?? now }));
}

async function markMissed(tx: Tx, now: Date): Promise<EventDraft[]> {
  const rows = await tx.$queryRaw<Due[]>`
    with due as (
      select id from clock
      where due_at <= ${now}::timestamptz and stopped_at is null and paused_at is null and missed_at is null
      order by due_at limit ${batch} for update skip locked)
    update clock c set missed_at = ${now}::timestamptz from due where c.id = due.id
    returning c.id, c.incident_id as "incidentId", c.report_id as "reportId", c.kind::text as kind,
      c.severity::text as severity, c.due_at as "dueAt", c.at_risk_at as "atRiskAt"`;
  return rows.map((row) => clockMissed(fact(row), { occurredAt: row.dueAt }));
}

function fact({ id, incidentId, reportId, kind, severity, dueAt }: Due) {
  return { clockId: id, incidentId, reportId, kind, severity, dueAt: dueAt.toISOString() };
}

async function markBroken(tx: Tx, now: Date): Promise<EventDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; incidentId: string; dueAt: Date }[]>`
    with due as (
      select id from promise_record where due_at <= ${now}::timestamptz and state = 'OPEN'
      order by due_at limit ${batch} for update skip locked)
    update promise_record p set state = 'MISSED', missed_at = ${now}::timestamptz from due where p.id = due.id
    returning p.id, p.incident_id as "incidentId", p.due_at as "dueAt"`;
  return rows.map(({ id, incidentId, dueAt }) =>
    promiseMissed({ promiseId: id, incidentId, dueAt: dueAt.toISOString() }, { occurredAt: dueAt }),
  );
}

/**
 * Records, once for each, the clocks at risk, the clocks missed and the promises whose time has passed. It says
 * nothing to users: reminding people is what others do with these events.
 * @returns how many were recorded
 */
export async function watchClocks(at?: Date): Promise<number> {
  return await inTransaction(async (tx) => {
    const now = at ?? (await databaseNow(tx));
    const drafts = [
      ...(await markAtRisk(tx, now)),
      ...(await markMissed(tx, now)),
      ...(await markBroken(tx, now)),
    ];
    await recordEvents(tx, systemContext('clock-watch'), now, drafts);
    return drafts.length;
  });
}

/** Watches for as long as the worker runs. Any number of workers may. */
export function startClockWatch(): Running {
  return repeat(() => watchClocks(), { everyMs, failed: 'clock watch: trying again' });
}
