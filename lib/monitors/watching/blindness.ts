import type { Tx } from '@/lib/database/db';
import { monitorsBlinded, monitorsSighted } from '@/lib/monitors/events';
import { type Seen, type Sight, sightFrom, targetOf } from '@/lib/monitors/rules/sight';
import { monitorProbeSchema } from '@/lib/monitors/schema';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';

export interface Blindness {
  id: string;
  startsAt: Date;
}

/** One worker at a time judges what the monitors say together. */
export async function lockSight(tx: Tx): Promise<Blindness | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('monitors.sight'))`;
  return await tx.blindness.findFirst({ where: { endsAt: null }, select: { id: true, startsAt: true } });
}

interface Row {
  config: unknown;
  answered: boolean;
  silent: boolean;
}

/** What each monitor that is at work has seen since then. Those that were down before say nothing new. */
async function seenSince(tx: Tx, since: Date): Promise<Seen[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select m.config, coalesce(r.answered, false) as answered, coalesce(r.silent, false) as silent
    from monitor m join service s on s.id = m.service_id
    left join lateral (
      select bool_or(not silent and not unclear) as answered, bool_or(silent) as silent
      from probe_result where monitor_id = m.id and at >= ${since}) r on true
    where m.paused_at is null and m.archived_at is null and s.archived_at is null
      and (m.state <> 'DOWN' or m.state_since >= ${since} or r.answered)`;
  return rows.flatMap(({ config, ...seen }) => {
    const probe = monitorProbeSchema.safeParse(config);
    return probe.success ? [{ ...targetOf(probe.data), ...seen }] : [];
  });
}

/** Whether a failure that began then may be told as one of its target. */
export async function sightSince(tx: Tx, since: Date, now: Date): Promise<Sight> {
  return sightFrom(await seenSince(tx, since), now.getTime() - since.getTime());
}

/**
 * Standby itself sees nothing, since then: what its monitors saw from then on is no failure of their targets, and
 * where those stand is not known.
 */
export async function beginBlindness(tx: Tx, since: Date): Promise<EventDraft> {
  const [first] = await tx.$queryRaw<{ at: Date | null }[]>`
    select min(at) as at from probe_result where silent and not unclear and at >= ${since}`;
  const startsAt = first?.at ?? since;
  await tx.blindness.create({ data: { id: newId(), startsAt } });
  await tx.$executeRaw`
    update monitor set state = 'UNKNOWN', state_since = null, failures = 0
    where state <> 'DOWN' and id in (select monitor_id from probe_result where silent and at >= ${startsAt})`;
  await tx.$executeRaw`update probe_result set unclear = true where silent and at >= ${startsAt}`;
  return monitorsBlinded({ since: startsAt.toISOString() });
}

export async function endBlindness(tx: Tx, { id, startsAt }: Blindness, at: Date): Promise<EventDraft> {
  const endsAt = at > startsAt ? at : startsAt;
  await tx.blindness.update({ where: { id }, data: { endsAt } });
  return monitorsSighted({ since: startsAt.toISOString(), until: endsAt.toISOString() });
}
