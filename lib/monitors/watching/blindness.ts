import { inTransaction, type Tx } from '@/lib/database/db';
import { monitorsBlinded, monitorsSighted } from '@/lib/monitors/events';
import { endAlerts } from '@/lib/monitors/write';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { newId } from '@/lib/platform/ids';
import {
  explains,
  type Seen,
  type Sight,
  sightAt,
  sightFrom,
  type Target,
  witnessesOf,
} from '@/lib/probes/rules/sight';
import { blindWords, type Sense } from '@/lib/probes/schema';
import { type MonitoredTarget, monitoredTargets } from '@/lib/probes/sight/monitored';
import { reports } from '@/lib/reports/subject';
import { declineReport } from '@/lib/reports/triage/decide';

export interface Blindness {
  id: string;
  sense: Sense;
  startsAt: Date;
  /** Null while it lasts. */
  endsAt: Date | null;
}

/** One worker at a time judges what the monitors say together. @returns in which senses Standby is blind */
export async function lockSight(tx: Tx): Promise<Blindness[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('monitors.sight'))`;
  const select = { id: true, sense: true, startsAt: true, endsAt: true } as const;
  return await tx.blindness.findMany({ where: { endsAt: null }, select });
}

/** Whether what a target did then says nothing of it, because Standby was blind. */
export function isUnseen(blind: readonly Blindness[], target: Target, at: Date, unnamed: boolean): boolean {
  return blind.some(
    ({ sense, endsAt }) => (endsAt === null || at < endsAt) && explains(sense, target, unnamed),
  );
}

interface Row {
  id: string;
  answered: boolean;
  silent: boolean;
  unnamed: boolean;
}

/** What each monitor that is at work has seen since then. Those that were down before say nothing new. */
async function seenSince(tx: Tx, since: Date): Promise<(Seen & MonitoredTarget)[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select m.id, coalesce(r.answered, false) as answered, coalesce(r.silent, false) as silent,
      coalesce(r.unnamed, false) as unnamed
    from monitor m
    left join lateral (
      select bool_or(not silent and not unclear) as answered, bool_or(silent) as silent, bool_or(unnamed) as unnamed
      from probe_result where monitor_id = m.id and at >= ${since}) r on true
    where m.state <> 'DOWN' or m.state_since >= ${since} or r.answered`;
  const targets = await monitoredTargets(tx);
  return rows.flatMap(({ id, ...seen }) => {
    const target = targets.get(id);
    return target ? [{ ...target, ...seen }] : [];
  });
}

/** Whether a failure of a target that began then may be told as one of it. */
export async function sightSince(tx: Tx, target: Target, since: Date, now: Date) {
  return sightAt(target, await seenSince(tx, since), now.getTime() - since.getTime());
}

/** Whether Standby sees again in a sense, as all say since something answered. */
export async function seesAgain(tx: Tx, sense: Sense, since: Date, now: Date): Promise<Sight> {
  return sightFrom(await seenSince(tx, since), now.getTime() - since.getTime(), sense);
}

/** When one of them last answered, of what happened not long before. */
async function lastAnswer(tx: Tx, ids: string[], since: Date): Promise<Date> {
  const hourBefore = new Date(since.getTime() - 3_600_000);
  const [last] = await tx.$queryRaw<{ at: Date | null }[]>`
    select max(at) as at from probe_result
    where monitor_id = any(${ids}::uuid[]) and not silent and not unclear and at between ${hourBefore} and ${since}`;
  return last?.at ?? since;
}

/**
 * Standby itself sees nothing, since then: what its monitors saw after the last answer is no failure of their targets,
 * where those stand is not known, and what was reported meanwhile is settled.
 */
export async function beginBlindness(
  tx: Tx,
  { sense, since }: { sense: Sense; since: Date },
  now: Date,
): Promise<{ blind: Blindness; drafts: EventDraft[] }> {
  const targets = [...(await monitoredTargets(tx))].map(([id, target]) => ({ ...target, id }));
  const ids = targets.filter((target) => explains(sense, target, true)).map(({ id }) => id);
  const witnesses = witnessesOf(sense, targets).map(({ id }) => id);
  const after = await lastAnswer(tx, witnesses, since);
  const unseen = await tx.$queryRaw<{ id: string; at: Date }[]>`
    select monitor_id as id, min(at) as at from probe_result
    where monitor_id = any(${ids}::uuid[]) and silent and (unnamed or ${sense} <> 'NAMES') and at > ${after}
    group by monitor_id`;
  const silentIds = unseen.map(({ id }) => id);
  const startsAt = new Date(Math.min(since.getTime(), ...unseen.map(({ at }) => at.getTime())));
  const down = await tx.monitor.findMany({
    where: { id: { in: silentIds }, state: 'DOWN', stateSince: { gte: startsAt } },
    select: { id: true },
  });
  await tx.$executeRaw`
    update monitor set state = 'UNKNOWN', state_since = null, failures = 0
    where id = any(${silentIds}::uuid[]) and (state <> 'DOWN' or state_since >= ${startsAt})`;
  await tx.$executeRaw`
    update probe_result set unclear = true
    where monitor_id = any(${silentIds}::uuid[]) and silent and at >= ${startsAt}`;
  const blind = { id: newId(), sense, startsAt, endsAt: null };
  await tx.blindness.create({ data: blind });
  const settled = await settleReports(
    tx,
    down.map(({ id }) => id),
    sense,
    now,
  );
  return { blind, drafts: [monitorsBlinded({ since: startsAt.toISOString(), sense }), ...settled] };
}

/** What these monitors reported, and nobody has decided about, is declined: it was not their targets. */
async function settleReports(tx: Tx, monitorIds: string[], sense: Sense, now: Date): Promise<EventDraft[]> {
  const alerts = await tx.alert.findMany({
    where: { monitorId: { in: monitorIds }, state: 'FIRING', report: { state: 'NEW' } },
    select: { report: { select: { ref: true } } },
  });
  await endAlerts(tx, monitorIds, now);
  const text = `Standby itself sees ${blindWords[sense]}, so its monitor says nothing of the service.`;
  const drafts: EventDraft[] = [];
  for (const ref of alerts.flatMap(({ report }) => report?.ref ?? [])) {
    const report = await reports.lock(tx, ref);
    if (report.state === 'NEW') drafts.push(await declineReport(tx, { report, memberId: null, text, now }));
  }
  return drafts;
}

export async function endBlindness(tx: Tx, blind: Blindness, at: Date): Promise<EventDraft> {
  const { id, sense, startsAt } = blind;
  blind.endsAt = at > startsAt ? at : startsAt;
  const { toldAt, toldSince } = await tx.blindness.update({ where: { id }, data: { endsAt: blind.endsAt } });
  // Whoever was told hears once that it is over, as long as they were told: when it is over in every sense.
  const told =
    toldAt !== null &&
    (await tx.blindness.updateMany({ where: { endsAt: null }, data: { toldAt, toldSince } })).count === 0;
  return monitorsSighted({
    since: startsAt.toISOString(),
    until: blind.endsAt.toISOString(),
    sense,
    told,
    toldSince: toldSince?.toISOString() ?? null,
  });
}

/** Ends what no result will end, because those that could tell are paused or archived by now. */
export async function endUntold(): Promise<void> {
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const drafts: EventDraft[] = [];
    for (const one of await lockSight(tx))
      if ((await seesAgain(tx, one.sense, one.startsAt, now)) === 'SIGHTED')
        drafts.push(await endBlindness(tx, one, now));
    if (drafts.length > 0) await recordEvents(tx, systemContext('monitors'), now, drafts);
  });
}
