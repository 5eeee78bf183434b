import { targetDeadline } from '@/lib/clocks/deadlines';
import type { ClockKind } from '@/lib/clocks/schema';
import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import type { Target } from '@/lib/settings/rules/targets';
import { type Settings, settingsSchema } from '@/lib/settings/schema';
import type { Severity } from '@/lib/severity/schema';

/** The settings that an incident runs under: those in force when it was declared. */
export async function settingsOf(tx: Tx, version: number): Promise<Settings> {
  const row = await tx.settingsVersion.findUniqueOrThrow({ where: { version }, select: { value: true } });
  return settingsSchema.parse(row.value);
}

interface Timing {
  startedAt: Date;
  /** Time that did not count, such as waiting for the reporter. */
  pausedSeconds: number;
}

function deadline(target: Target, { startedAt, pausedSeconds }: Timing, settings: Settings) {
  const pauses =
    pausedSeconds > 0 ? [{ from: startedAt, to: new Date(startedAt.getTime() + pausedSeconds * 1000) }] : [];
  return targetDeadline(target, startedAt, settings, pauses);
}

function targetOf(kind: ClockKind, severity: Severity, settings: Settings): Target {
  const targets = settings.targets[severity];
  switch (kind) {
    case 'ACKNOWLEDGE':
      return targets.acknowledge;
    case 'FIRST_UPDATE':
      return targets.firstUpdate;
    case 'UPDATE':
      return targets.update;
    case 'RESTORE':
      return targets.restore;
  }
}

/** Whichever comes first: the severity's restore target, or the RTO agreed for a service. */
function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}

interface ClockStart extends Timing {
  incidentId: string;
  kind: ClockKind;
  severity: Severity;
  settings: Settings;
  /** Restore only: the RTO's instant. */
  rtoAt?: Date | null;
  stoppedAt?: Date;
}

function times(start: Omit<ClockStart, 'incidentId' | 'stoppedAt'>) {
  const due = deadline(targetOf(start.kind, start.severity, start.settings), start, start.settings);
  const dueAt = start.kind === 'RESTORE' ? earlier(due.dueAt, start.rtoAt ?? null) : due.dueAt;
  if (dueAt === null || dueAt.getTime() === due.dueAt?.getTime()) return { dueAt, atRiskAt: due.atRiskAt };
  const share = start.settings.atRisk * (dueAt.getTime() - start.startedAt.getTime());
  return { dueAt, atRiskAt: new Date(Math.min(dueAt.getTime(), start.startedAt.getTime() + share)) };
}

export async function startClock(tx: Tx, start: ClockStart): Promise<void> {
  const { incidentId, kind, severity, startedAt, pausedSeconds, stoppedAt } = start;
  const { dueAt, atRiskAt } = times(start);
  await tx.clock.create({
    data: {
      id: newId(),
      incidentId,
      kind,
      severity,
      startedAt,
      pausedSeconds,
      dueAt,
      atRiskAt,
      stoppedAt: stoppedAt ?? null,
      missedAt: stoppedAt && dueAt && stoppedAt > dueAt ? stoppedAt : null,
    },
  });
}

/** Stops clocks of an incident because what they ask for was done, or is asked for no more. */
export async function stopClocks(tx: Tx, incidentId: string, kinds: ClockKind[], now: Date): Promise<void> {
  await tx.$executeRaw`
    update clock set stopped_at = greatest(${now}::timestamptz, started_at),
      missed_at = case when due_at < ${now}::timestamptz then coalesce(missed_at, ${now}::timestamptz) else missed_at end
    where incident_id = ${incidentId}::uuid and stopped_at is null and kind = any(${kinds}::clock_kind[])`;
}

interface Retarget {
  incidentId: string;
  severity: Severity;
  settings: Settings;
  rtoAt: Date | null;
  now: Date;
}

/** After a re-grading: the new targets apply from the old starts, so a clock may be late at once. */
export async function retargetClocks(
  tx: Tx,
  { incidentId, severity, settings, rtoAt, now }: Retarget,
): Promise<void> {
  const running = await tx.clock.findMany({ where: { incidentId, stoppedAt: null } });
  for (const clock of running) {
    const { dueAt, atRiskAt } = times({ ...clock, severity, settings, rtoAt });
    await tx.clock.update({
      where: { id: clock.id },
      data: {
        severity,
        dueAt,
        atRiskAt,
        // What is not late any more can become late once more, and then people are told again.
        ...(dueAt === null || dueAt > now ? { missedAt: null } : {}),
        ...(atRiskAt === null || atRiskAt > now ? { warnedAt: null } : {}),
      },
    });
  }
}

export function speaksWhenTriaged(settings: Settings, severity: Severity): boolean {
  return settings.targets[severity].firstUpdate.unit === 'WHEN_TRIAGED';
}

/** The restore target of a severity alone, and its length in minutes where it is one. */
export function restoreTarget(severity: Severity, timing: Timing, settings: Settings) {
  const target = settings.targets[severity].restore;
  const { dueAt } = deadline(target, timing, settings);
  const minutes = dueAt ? Math.round((dueAt.getTime() - timing.startedAt.getTime()) / 60_000) : null;
  return { restoreTargetAt: dueAt, restoreTargetMinutes: minutes };
}
