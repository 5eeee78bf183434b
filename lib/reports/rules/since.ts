import { TZDate } from '@date-fns/tz';
import type { Noticed, SincePrecision } from '@/lib/reports/schema';
import { noticedLabel } from '@/lib/reports/schema';

export interface Noticing {
  noticed: Noticed;
  /** Wall-clock time, `13:45`. */
  noticedTime?: string | undefined;
  /** `2026-06-09`. */
  noticedDate?: string | undefined;
}

export interface Since {
  sinceAt: Date | null;
  sincePrecision: SincePrecision;
  /** The reporter's own words. */
  sinceText: string | null;
}

type Answer =
  | { ok: true; since: Since }
  | { ok: false; field: 'noticedTime' | 'noticedDate'; reason: string };

/** A clock that is ahead of ours, or a report that took a while to send. */
const toleranceMs = 5 * 60_000;

function answer(sinceAt: Date | null, sincePrecision: SincePrecision, words: string): Answer {
  return { ok: true, since: { sinceAt, sincePrecision, sinceText: words } };
}

function earlierToday(time: string | undefined, zone: string, now: Date): Answer {
  const label = noticedLabel.EARLIER_TODAY;
  const today = new TZDate(now, zone);
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  if (!time) return answer(new Date(new TZDate(year, month, day, zone).getTime()), 'DAY', label);
  const [hour, minute] = time.split(/[:.]/).map(Number) as [number, number];
  const at = new Date(new TZDate(year, month, day, hour, minute, 0, zone).getTime());
  if (at.getTime() > now.getTime() + toleranceMs) {
    const reason = `${time} is later than now. Enter a time that has passed, or choose “${noticedLabel.BEFORE_TODAY}”.`;
    return { ok: false, field: 'noticedTime', reason };
  }
  return answer(at, 'MINUTE', `${label}, about ${time.replace('.', ':')}`);
}

function beforeToday(date: string | undefined, zone: string, now: Date): Answer {
  const label = noticedLabel.BEFORE_TODAY;
  if (!date) return answer(null, 'UNKNOWN', label);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const at = new Date(new TZDate(year, month - 1, day, zone).getTime());
  if (at.getTime() > now.getTime()) {
    return {
      ok: false,
      field: 'noticedDate',
      reason: 'This day has not come yet. Enter a day that has passed.',
    };
  }
  return answer(at, 'DAY', label);
}

/** When it began, from the choices of the form, read in the reporter's zone. */
export function sinceOf(told: Noticing, zone: string, now: Date): Answer {
  switch (told.noticed) {
    case 'JUST_NOW':
      return answer(now, 'MINUTE', noticedLabel.JUST_NOW);
    case 'EARLIER_TODAY':
      return earlierToday(told.noticedTime, zone, now);
    case 'BEFORE_TODAY':
      return beforeToday(told.noticedDate, zone, now);
    default:
      return { ok: true, since: { sinceAt: null, sincePrecision: 'UNKNOWN', sinceText: null } };
  }
}
