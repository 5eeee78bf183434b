import { inTransaction, type Tx } from '@/lib/database/db';
import { monitorDown, monitorUp } from '@/lib/monitors/events';
import { afterResult } from '@/lib/monitors/lifecycle';
import type { MonitorState } from '@/lib/monitors/schema';
import { endAlerts } from '@/lib/monitors/write';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import type { ProbeFault } from '@/lib/probes/rules/probe';
import type { Target } from '@/lib/probes/rules/sight';
import type { ProbeKind, Sense } from '@/lib/probes/schema';
import { monitoredTargets } from '@/lib/probes/sight/monitored';
import { beginBlindness, endBlindness, lockSight, seesAgain, sightSince } from './blindness';
import { insertResults, type Judged, judged, type MonitorResult } from './judged';
import { noteSilent } from './note-silent';

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
  lastAddress: string | null;
}

/** Where the last of these was answered from, or not answered. */
function addressOf(results: Judged[]): string | null {
  const found = results.map(({ outcome }) => outcome.evidence.address).findLast((one) => one !== undefined);
  return typeof found === 'string' ? found : null;
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
  const rows = changes.map(({ monitor, lastAt, lastAddress }) => ({
    id: monitor.id,
    state: monitor.state,
    state_since: monitor.stateSince?.toISOString() ?? null,
    failures: monitor.failures,
    last_at: lastAt.toISOString(),
    last_address: lastAddress,
  }));
  await tx.$executeRaw`
    update monitor m set state = r.state::monitor_state, state_since = r.state_since, failures = r.failures,
      last_at = greatest(m.last_at, r.last_at), last_address = coalesce(r.last_address, m.last_address)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, state text, state_since timestamptz, failures int, last_at timestamptz, last_address text)
    where m.id = r.id`;
}

/** Of a monitor that is paused by now: nothing is told of it. */
const nowhere: Target = { name: '', own: false, needs: [] };

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

interface Sighted {
  monitors: LockedMonitor[];
  results: Judged[];
  /** Those that are not told to be down yet, because it is not clear whether Standby itself sees. */
  held: Set<string>;
  drafts: EventDraft[];
}

/** A silence of a target that makes it go down, and which is rather Standby's own. */
async function findBlindness(
  tx: Tx,
  { monitors, results, held }: Sighted,
  targets: ReadonlyMap<string, Target>,
  now: Date,
): Promise<{ since: Date; sense: Sense } | null> {
  for (const [id, since] of goingDown(monitors, results)) {
    const { sight, sense } = await sightSince(tx, targets.get(id) ?? nowhere, since, now);
    if (sight === 'BLIND') return { since, sense };
    if (sight === 'UNSURE') held.add(id);
  }
  return null;
}

/** Finds out whether these results speak of their targets, or of Standby's own line. */
async function throughOwnEyes(tx: Tx, given: MonitorResult[], now: Date): Promise<Sighted> {
  const blind = await lockSight(tx);
  const ids = [...new Set(given.map(({ monitorId }) => monitorId))];
  const targets = await monitoredTargets(tx);
  const targetFor = (id: string) => targets.get(id) ?? nowhere;
  const judgedNow = () => given.map((one) => judged(one, targetFor(one.monitorId), blind));
  const monitors = await lockMonitors(tx, ids);
  const sighted: Sighted = { monitors, results: judgedNow(), held: new Set(), drafts: [] };
  await insertResults(tx, sighted.results);
  for (const one of blind) {
    const needed = (id: string) => one.sense === 'LINE' || targetFor(id).needs.includes(one.sense);
    const answer = sighted.results.find(
      ({ at, silent, unclear, monitorId }) => at > one.startsAt && !silent && !unclear && needed(monitorId),
    );
    // Of too few witnesses nobody can tell, so they are taken at their word again.
    if ((await seesAgain(tx, one.sense, answer?.at ?? one.startsAt, now)) === 'SIGHTED')
      sighted.drafts.push(await endBlindness(tx, one, answer?.at ?? now));
  }
  sighted.results = judgedNow();
  for (;;) {
    const found = await findBlindness(tx, sighted, targets, now);
    if (!found) return sighted;
    const begun = await beginBlindness(tx, found, now);
    blind.push(begun.blind);
    sighted.drafts.push(...begun.drafts);
    sighted.monitors = await lockMonitors(tx, ids);
    sighted.results = judgedNow();
  }
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
      return { monitor, lastAt: own.at(-1)?.at ?? new Date(), lastAddress: addressOf(own) };
    });
    for (const monitor of monitors) {
      const good = of(results, monitor).findLast(({ outcome }) => outcome.outcome === 'OK');
      if (good && !monitor.silent) drafts.push(...(await noteSilent(tx, monitor, good.outcome, now)));
    }
    await writeStates(tx, changes);
    const up = drafts.filter(({ type }) => type === monitorUp.type).map(({ data }) => String(data.monitorId));
    if (up.length > 0) await endAlerts(tx, up, now);
    await recordEvents(tx, systemContext('monitors'), now, drafts);
  });
}
