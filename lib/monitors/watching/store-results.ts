import { inTransaction, type Tx } from '@/lib/database/db';
import { monitorDown, monitorUp } from '@/lib/monitors/events';
import { afterResult } from '@/lib/monitors/lifecycle';
import { isUnanswered } from '@/lib/monitors/rules/sight';
import type { MonitorState } from '@/lib/monitors/schema';
import { endAlerts } from '@/lib/monitors/write';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { beginning } from '@/lib/platform/rules/graphemes';
import type { ProbeFault, ProbeOutcome } from '@/lib/probes/rules/probe';
import type { ProbeKind } from '@/lib/probes/schema';
import { beginBlindness, endBlindness, lockSight, sightSince } from './blindness';

export interface MonitorResult {
  monitorId: string;
  /** The monitor's, when the probe was claimed. */
  version: number;
  /** When it began. */
  at: Date;
  outcome: ProbeOutcome;
}

/** A result with what it says: `silent` when nothing came back, `unclear` when it says nothing of its target. */
type Judged = MonitorResult & { silent: boolean; unclear: boolean };

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

function judged(result: MonitorResult, blind: boolean): Judged {
  const { outcome, fault } = result.outcome;
  const silent = outcome === 'FAULT' && isUnanswered(fault);
  return { ...result, silent, unclear: outcome === 'UNCLEAR' || (blind && silent) };
}

async function insertResults(tx: Tx, results: Judged[]): Promise<void> {
  const rows = results.map(({ monitorId, at, silent, unclear, outcome: { outcome, timings, sentence } }) => ({
    monitor_id: monitorId,
    at: at.toISOString(),
    ok: outcome === 'OK',
    silent,
    unclear,
    dns_ms: ms(timings.dnsMs),
    connect_ms: ms(timings.connectMs),
    tls_ms: ms(timings.tlsMs),
    first_byte_ms: ms(timings.firstByteMs),
    total_ms: Math.round(timings.totalMs),
    sentence: beginning(sentence, 500),
  }));
  // The monitor may be gone by now, and a probe that was kept before a lost answer is kept once.
  await tx.$executeRaw`
    insert into probe_result (monitor_id, at, ok, silent, unclear, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms, sentence)
    select r.monitor_id, r.at, r.ok, r.silent, r.unclear, r.dns_ms, r.connect_ms, r.tls_ms, r.first_byte_ms,
      r.total_ms, r.sentence
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(monitor_id uuid, at timestamptz, ok boolean,
      silent boolean, unclear boolean, dns_ms int, connect_ms int, tls_ms int, first_byte_ms int, total_ms int, sentence text)
    join monitor m on m.id = r.monitor_id
    on conflict do nothing`;
}

async function lockMonitors(tx: Tx, ids: string[]): Promise<LockedMonitor[]> {
  return await tx.$queryRaw<LockedMonitor[]>`
    with held as (select * from monitor where id = any(${ids}::uuid[]) order by id for update)
    select h.id, h.version, h.service_id as "serviceId", h.kind::text as kind, h.confirmations, h.state::text as state,
      h.state_since as "stateSince", h.failures,
      case when h.failures > 0 and h.state <> 'DOWN' then (select min(f.at) from (select r.at from probe_result r
        where r.monitor_id = h.id and not r.ok and not r.unclear order by r.at desc limit h.failures) f) end as "failingSince",
      (h.paused_at is not null or h.archived_at is not null) as silent
    from held h order by h.id`;
}

interface Change {
  monitor: LockedMonitor;
  lastAt: Date;
}

/**
 * Walks one monitor through its probes, oldest first.
 * @param held it does not go down yet, whatever it says
 * @returns what is to be told
 */
function walk(monitor: LockedMonitor, results: Judged[], incidentIds: string[], held = false): EventDraft[] {
  const drafts: EventDraft[] = [];
  const about = { monitorId: monitor.id, serviceId: monitor.serviceId, kind: monitor.kind, incidentIds };
  for (const { at, outcome, version, unclear } of results) {
    // Not to have probed says nothing about the target, nor does what another target answered.
    if (unclear || version !== monitor.version) continue;
    const ok = outcome.outcome === 'OK';
    const next = afterResult(monitor, ok, held ? Number.POSITIVE_INFINITY : monitor.confirmations);
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

const of = (results: Judged[], { id }: LockedMonitor) => results.filter(({ monitorId }) => monitorId === id);

/** Since when those fail that are about to go down. */
function goingDown(monitors: LockedMonitor[], results: Judged[]): Map<string, Date> {
  const found = new Map<string, Date>();
  for (const monitor of monitors.filter(({ silent }) => !silent)) {
    const down = walk({ ...monitor }, of(results, monitor), []).find(({ type }) => type === monitorDown.type);
    if (down) found.set(monitor.id, new Date(String(down.data.since)));
  }
  return found;
}

interface Looked {
  monitors: LockedMonitor[];
  results: Judged[];
  /** Those that are not told to be down yet, because it is not clear whether Standby itself sees. */
  held: Set<string>;
  drafts: EventDraft[];
}

/** Finds out whether these results speak of their targets, or of Standby's own line. */
async function throughOwnEyes(tx: Tx, given: MonitorResult[], now: Date): Promise<Looked> {
  const blind = await lockSight(tx);
  const monitors = await lockMonitors(tx, [...new Set(given.map(({ monitorId }) => monitorId))]);
  const results = given.map((result) => judged(result, blind !== null));
  await insertResults(tx, results);
  const held = new Set<string>();
  if (blind) {
    const answer = results.find(({ at, silent, unclear }) => at > blind.startsAt && !silent && !unclear);
    if (!answer || (await sightSince(tx, answer.at, now)) !== 'SIGHTED')
      return { monitors, results, held, drafts: [] };
    const drafts = [await endBlindness(tx, blind, answer.at)];
    return { monitors, results: given.map((one) => judged(one, one.at < answer.at)), held, drafts };
  }
  for (const [id, since] of goingDown(monitors, results)) {
    const sight = await sightSince(tx, since, now);
    if (sight === 'UNSURE') held.add(id);
    if (sight !== 'BLIND') continue;
    const drafts = [await beginBlindness(tx, since)];
    const ids = monitors.map((monitor) => monitor.id);
    return {
      monitors: await lockMonitors(tx, ids),
      results: given.map((one) => judged(one, true)),
      held,
      drafts,
    };
  }
  return { monitors, results, held, drafts: [] };
}

/** Keeps probes and where they leave their monitors, with what is to be told, all in one transaction. */
export async function storeResults(given: MonitorResult[]): Promise<void> {
  if (given.length === 0) return;
  const inOrder = given.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const { monitors, results, held, drafts } = await throughOwnEyes(tx, inOrder, now);
    const incidents = await openIncidents(tx, [...new Set(monitors.map(({ serviceId }) => serviceId))]);
    const changes = monitors.map((monitor): Change => {
      const own = of(results, monitor);
      const open = incidents.get(monitor.serviceId) ?? [];
      if (!monitor.silent) drafts.push(...walk(monitor, own, open, held.has(monitor.id)));
      return { monitor, lastAt: own.at(-1)?.at ?? new Date() };
    });
    await writeStates(tx, changes);
    const up = drafts.filter(({ type }) => type === monitorUp.type).map(({ data }) => String(data.monitorId));
    if (up.length > 0) await endAlerts(tx, up, now);
    await recordEvents(tx, systemContext('monitors'), now, drafts);
  });
}
