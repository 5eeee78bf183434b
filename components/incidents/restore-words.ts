import { minutesBetween, spanOf } from '@/components/ui/time-words';

interface RestoreInput {
  /** ISO. */
  startedAt: string;
  dueAt: string;
  /** Null while it runs. */
  resolvedAt: string | null;
  /** Milliseconds. */
  now: number;
}

export interface RestoreWords {
  /** "23 min left of 1 h", "12 min late", "met, 12 min to spare". */
  left: string;
  /** How much of the time has gone, 0 to 1. */
  fraction: number;
  tone: 'normal' | 'soon' | 'over';
}

const atRisk = 0.8;

/** How the time to restore stands, or how it ended. */
export function restoreWords({ startedAt, dueAt, resolvedAt, now }: RestoreInput): RestoreWords {
  const at = resolvedAt ?? now;
  const total = minutesBetween(startedAt, dueAt);
  const left = minutesBetween(at, dueAt);
  const fraction = total > 0 ? Math.min(1, Math.max(0, (total - left) / total)) : 1;
  if (left < 0) {
    const late = spanOf(dueAt, at);
    return { left: resolvedAt ? `missed by ${late}` : `${late} late`, fraction: 1, tone: 'over' };
  }
  if (resolvedAt) return { left: `met, ${spanOf(at, dueAt)} to spare`, fraction, tone: 'normal' };
  const of = spanOf(startedAt, dueAt);
  return {
    left: `${spanOf(now, dueAt)} left of ${of}`,
    fraction,
    tone: fraction >= atRisk ? 'soon' : 'normal',
  };
}
