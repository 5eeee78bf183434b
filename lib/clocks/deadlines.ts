import { minute, type Office, officeSpans, type Span, spend } from '@/lib/clocks/rules/office-time';
import type { Target } from '@/lib/settings/rules/targets';
import type { Settings } from '@/lib/settings/schema';
import type { Severity } from '@/lib/severity/schema';

/** Time that does not count, such as waiting for the reporter. A pause that still lasts has no end. */
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
}

export interface Deadline {
  /** Null when nothing is promised (backlog), or not yet (before triage, or while the clock is paused). */
  readonly dueAt: Date | null;
  readonly atRiskAt: Date | null;
}

/** What an agreed RTO of a service adds: minutes, day and night, from the start. */
interface AgreedRto {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly minutes: number;
}

interface RestoreDeadline extends Deadline {
  /** Which promise comes first; null when there is none. */
  readonly by: 'SEVERITY' | 'RTO' | null;
  readonly rto: AgreedRto | null;
}

interface ClockInput {
  /** Claimed before triage, given by a person after it. After a re-grading, the new one. */
  readonly severity: Severity;
  /** When the report was received; a re-grading does not move it. */
  readonly startedAt: Date;
  readonly triagedAt: Date | null;
  readonly lastUpdateAt?: Date | null;
  readonly settings: Pick<Settings, 'targets' | 'officeHours' | 'organisation' | 'atRisk'>;
  readonly pauses?: readonly Pause[];
  readonly rtos?: readonly AgreedRto[];
}

export interface Deadlines {
  readonly acknowledge: Deadline;
  readonly firstUpdate: Deadline;
  /** Counted from the last update; before the first one it is the same as `firstUpdate`. */
  readonly nextUpdate: Deadline;
  readonly restore: RestoreDeadline;
}

const never: Deadline = { dueAt: null, atRiskAt: null };

function* withoutPauses(spans: Iterable<Span>, pauses: readonly Pause[]): Generator<Span> {
  const sorted = [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const span of spans) {
    let { from } = span;
    for (const pause of sorted) {
      const [start, end] = [pause.from.getTime(), pause.to?.getTime() ?? Number.POSITIVE_INFINITY];
      if (end <= from) continue;
      if (start >= span.to) break;
      if (start > from) yield { ...span, from, to: start };
      from = end;
    }
    if (from < span.to) yield { ...span, from };
    // Nothing counts after an open pause, and office hours would be searched for years.
    if (from === Number.POSITIVE_INFINITY) return;
  }
}

function* allDay(start: Date): Generator<Span> {
  yield { from: start.getTime(), to: Number.POSITIVE_INFINITY, rate: 1 / minute };
}

function counted(
  target: Target,
  start: Date,
  office: Office,
): { spans: Iterable<Span>; amount: number } | null {
  switch (target.unit) {
    case 'MINUTES':
      return { spans: allDay(start), amount: target.amount };
    case 'HOURS':
      return { spans: allDay(start), amount: target.amount * 60 };
    case 'OFFICE_HOURS':
      return { spans: officeSpans(start, 'MINUTE', office), amount: target.amount * 60 };
    case 'BUSINESS_DAYS':
      return { spans: officeSpans(start, 'DAY', office), amount: target.amount };
    default:
      return null;
  }
}

function spendOrNull(spans: Iterable<Span>, amount: number): Date | null {
  try {
    return spend(spans, amount);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * When a target that began to run at `start` is due, and when it is at risk.
 * A clock in an open pause has no deadline unless it was over before the pause.
 */
export function targetDeadline(
  target: Target,
  start: Date,
  settings: ClockInput['settings'],
  pauses: readonly Pause[] = [],
): Deadline {
  const office = { ...settings.officeHours, zone: settings.organisation.zone };
  const due = counted(target, start, office);
  const warn = counted(target, start, office);
  if (!due || !warn) return never;
  return {
    dueAt: spendOrNull(withoutPauses(due.spans, pauses), due.amount),
    atRiskAt: spendOrNull(withoutPauses(warn.spans, pauses), warn.amount * settings.atRisk),
  };
}

function firstUpdateDeadline(input: ClockInput): Deadline {
  const target = input.settings.targets[input.severity].firstUpdate;
  if (target.unit === 'WHEN_TRIAGED') return { dueAt: input.triagedAt, atRiskAt: null };
  return targetDeadline(target, input.startedAt, input.settings, input.pauses);
}

function restoreDeadline(input: ClockInput): RestoreDeadline {
  const { settings, severity, startedAt, pauses = [], rtos = [] } = input;
  const bySeverity = targetDeadline(settings.targets[severity].restore, startedAt, settings, pauses);
  const rto = [...rtos].sort((a, b) => a.minutes - b.minutes)[0] ?? null;
  if (!rto) return { ...bySeverity, by: bySeverity.dueAt ? 'SEVERITY' : null, rto: null };
  const byRto = targetDeadline({ unit: 'MINUTES', amount: rto.minutes }, startedAt, settings, pauses);
  if (byRto.dueAt && (!bySeverity.dueAt || byRto.dueAt < bySeverity.dueAt))
    return { ...byRto, by: 'RTO', rto };
  return { ...bySeverity, by: bySeverity.dueAt ? 'SEVERITY' : null, rto: null };
}

/** All clocks of a report or an incident. Keeping a promise to speak does not pause with the others. */
export function deadlines(input: ClockInput): Deadlines {
  const { settings, severity, startedAt, pauses, lastUpdateAt } = input;
  const targets = settings.targets[severity];
  const firstUpdate = firstUpdateDeadline(input);
  return {
    acknowledge: targetDeadline(targets.acknowledge, startedAt, settings, pauses),
    firstUpdate,
    nextUpdate: lastUpdateAt ? targetDeadline(targets.update, lastUpdateAt, settings) : firstUpdate,
    restore: restoreDeadline(input),
  };
}

export type ClockState = 'RUNNING' | 'AT_RISK' | 'LATE' | 'MET' | 'MISSED' | 'NONE';

/** How a clock stands at `now`; `stoppedAt` is when what it asks for was done. */
export function clockState(deadline: Deadline, now: Date, stoppedAt: Date | null = null): ClockState {
  const { dueAt, atRiskAt } = deadline;
  if (stoppedAt) return dueAt && stoppedAt > dueAt ? 'MISSED' : 'MET';
  if (!dueAt) return 'NONE';
  if (now > dueAt) return 'LATE';
  return atRiskAt && now >= atRiskAt ? 'AT_RISK' : 'RUNNING';
}
