import { inTransaction, type Tx } from '@/lib/database/db';
import { monitorDown, monitorUp } from '@/lib/monitors/events';
import { afterResult } from '@/lib/monitors/lifecycle';
import type { MonitorState } from '@/lib/monitors/schema';
import { endAlerts } from '@/lib/monitors/write';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import type { ProbeFault, ProbeOutcome } from '@/lib/probes/rules/probe';
import type { ProbeKind } from '@/lib/probes/schema';

export interface MonitorResult {
  monitorId: string;
  /** The monitor's, when the probe was claimed. */
  version: number;
  /** When it began. */
  at: Date;
  outcome: ProbeOutcome;
}

interface LockedMonitor {
  id: string;
  version: number;
  serviceId: string;
  kind: ProbeKind;
  confirmations: number;
  state: MonitorState;
  stateSince: Date | null;
  failures: number;
  /** The probe that began the failures in a row. */
  failingSince: Date | null;
  /** Rests: paused, archived, or planned work is under way. */
  silent: boolean;
}

const ms = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value));

async function insertResults(tx: Tx, results: MonitorResult[]): Promise<void> {
  const rows = results.map(({ monitorId, at, outcome: { outcome, timings, sentence } }) => ({
    monitor_id: monitorId,
    at: at.toISOString(),
    ok: outcome === 'OK',
    dns_ms: ms(timings.dnsMs),
    connect_ms: ms(timings.connectMs),
    tls_ms: ms(timings.tlsMs),
    first_byte_ms: ms(timings.firstByteMs),
    total_ms: Math.round(timings.totalMs),
    sentence: sentence.slice(0, 500),
  }));
  // The monitor may be gone by now, and a probe that was kept before a lost answer is kept once.
  await tx.$executeRaw`
    insert into probe_result (monitor_id, at, ok, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms, sentence)
    select r.monitor_id, r.at, r.ok, r.dns_ms, r.connect_ms, r.tls_ms, r.first_byte_ms, r.total_ms, r.sentence
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(monitor_id uuid, at timestamptz, ok boolean,
      dns_ms int, connect_ms int, tls_ms int, first_byte_ms int, total_ms int, sentence text)
    join monitor m on m.id = r.monitor_id
    on conflict do nothing`;
}

async function lockMonitors(tx: Tx, ids: string[]): Promise<LockedMonitor[]> {
  return await tx.$queryRaw<LockedMonitor[]>`
    with held as (select * from monitor where id = any(${ids}::uuid[]) order by id for update)
    select h.id, h.version, h.service_id as "serviceId", h.kind::text as kind, h.confirmations, h.state::text as state,
      h.state_since as "stateSince", h.failures,
      case when h.failures > 0 and h.state <> 'DOWN' then (select min(f.at) from (select r.at from probe_result r
        where r.monitor_id = h.id and not r.ok order by r.at desc limit h.failures) f) end as "failingSince",
      (h.paused_at is not null or h.archived_at is not null) as silent
    from held h order by h.id`;
}

interface Change {
  monitor: LockedMonitor;
  lastAt: Date;
}

/** Walks one monitor through its probes, oldest first. @returns what is to be told */
function walk(monitor: LockedMonitor, results: MonitorResult[], incidentIds: string[]): EventDraft[] {
  const drafts: EventDraft[] = [];
  const about = { monitorId: monitor.id, serviceId: monitor.serviceId, kind: monitor.kind, incidentIds };
  for (const { at, outcome, version } of results) {
    // Not to have probed says nothing about the target, nor does what another target answered.
    if (outcome.outcome === 'UNCLEAR' || version !== monitor.version) continue;
    const ok = outcome.outcome === 'OK';
    const next = afterResult(monitor, ok, monitor.confirmations);
    if (!ok && monitor.failures === 0) monitor.failingSince = at;
    const since = next.event === 'DOWN' ? (monitor.failingSince ?? at) : at;
    if (next.event === 'DOWN') drafts.push(monitorDown(downData(about, since, next.failures, outcome.fault)));
    const downSince = monitor.stateSince?.toISOString() ?? null;
    if (next.event === 'UP') drafts.push(monitorUp({ ...about, downSince }, { occurredAt: at }));
    if (next.state !== monitor.state) monitor.stateSince = since;
    monitor.state = next.state;
    monitor.failures = next.failures;
  }
  return drafts;
}

function downData(
  about: { monitorId: string; serviceId: string; kind: ProbeKind; incidentIds: string[] },
  since: Date,
  failures: number,
  fault: ProbeFault | null,
) {
  return { ...about, since: since.toISOString(), failures, fault };
}

async function openIncidents(tx: Tx, serviceIds: string[]): Promise<Map<string, string[]>> {
  const rows = await tx.incidentService.findMany({
    where: { serviceId: { in: serviceIds }, endsAt: null },
    select: { serviceId: true, incidentId: true },
  });
  const found = new Map<string, string[]>();
  for (const { serviceId, incidentId } of rows) {
    const known = found.get(serviceId) ?? [];
    if (!known.includes(incidentId)) found.set(serviceId, [...known, incidentId]);
  }
  return found;
}

async function writeStates(tx: Tx, changes: Change[]): Promise<void> {
  const rows = changes.map(({ monitor, lastAt }) => ({
    id: monitor.id,
    state: monitor.state,
    state_since: monitor.stateSince?.toISOString() ?? null,
    failures: monitor.failures,
    last_at: lastAt.toISOString(),
  }));
  await tx.$executeRaw`
    update monitor m set state = r.state::monitor_state, state_since = r.state_since, failures = r.failures,
      last_at = greatest(m.last_at, r.last_at)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, state text, state_since timestamptz, failures int, last_at timestamptz)
    where m.id = r.id`;
}

/** Keeps probes and where they leave their monitors, with what is to be told, all in one transaction. */
export async function storeResults(results: MonitorResult[]): Promise<void> {
  if (results.length === 0) return;
  const inOrder = results.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  await inTransaction(async (tx) => {
    const monitors = await lockMonitors(tx, [...new Set(results.map(({ monitorId }) => monitorId))]);
    await insertResults(tx, inOrder);
    const incidents = await openIncidents(tx, [...new Set(monitors.map(({ serviceId }) => serviceId))]);
    const drafts: EventDraft[] = [];
    const changes = monitors.map((monitor): Change => {
      const ofMonitor = inOrder.filter(({ monitorId }) => monitorId === monitor.id);
      if (!monitor.silent) drafts.push(...walk(monitor, ofMonitor, incidents.get(monitor.serviceId) ?? []));
      return { monitor, lastAt: ofMonitor.at(-1)?.at ?? new Date() };
    });
    await writeStates(tx, changes);
    const up = drafts.filter(({ type }) => type === monitorUp.type).map(({ data }) => String(data.monitorId));
    const now = await databaseNow(tx);
    if (up.length > 0) await endAlerts(tx, up, now);
    await recordEvents(tx, systemContext('monitors'), now, drafts);
  });
}
