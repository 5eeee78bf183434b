import { TZDate } from '@date-fns/tz';
import { t } from '@/lib/language/catalogue';
import { AppError } from '@/lib/platform/errors';
import type { Noticed, ReportDetails } from './details';

interface Noticing {
  /** An instant, from clients that know it. */
  sinceAt?: string | undefined;
  noticed?: Noticed | undefined;
  /** Wall-clock time, `13:45`. */
  noticedTime?: string | undefined;
  /** `2026-06-09`. */
  noticedDate?: string | undefined;
}

type Since = Pick<ReportDetails, 'sinceAt' | 'sincePrecision' | 'sinceText'>;

/** A clock that is ahead of ours, or a report that took a while to send. */
const toleranceMs = 5 * 60_000;

function since(at: Date | null, sincePrecision: Since['sincePrecision'], sinceText: string | null): Since {
  return { sinceAt: at && new Date(at).toISOString(), sincePrecision, sinceText };
}

function refused(field: 'noticedTime' | 'noticedDate', reason: string): AppError {
  return new AppError('invalid', reason, { fields: { [field]: [reason] } });
}

function earlierToday(time: string | undefined, zone: string, now: Date): Since {
  const label = t('report.noticed.EARLIER_TODAY');
  const today = new TZDate(now, zone);
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  if (!time) return since(new TZDate(year, month, day, zone), 'DAY', label);
  const [hour, minute] = time.split(/[:.]/).map(Number) as [number, number];
  const at = new TZDate(year, month, day, hour, minute, 0, zone);
  if (at.getTime() > now.getTime() + toleranceMs) {
    const otherwise = `Enter a time that has passed, or choose “${t('report.noticed.BEFORE_TODAY')}”.`;
    throw refused('noticedTime', `${time} is later than now. ${otherwise}`);
  }
  return since(at, 'MINUTE', `${label}, about ${time.replace('.', ':')}`);
}

function beforeToday(date: string | undefined, zone: string, now: Date): Since {
  const label = t('report.noticed.BEFORE_TODAY');
  if (!date) return since(null, 'UNKNOWN', label);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const at = new TZDate(year, month - 1, day, zone);
  if (at.getTime() > now.getTime())
    throw refused('noticedDate', 'This day has not come yet. Enter a day that has passed.');
  return since(at, 'DAY', label);
}

/**
 * When it began, from the choices of the form, read in the reporter's zone; nothing when nothing was chosen.
 * @throws AppError `invalid`
 */
export function sinceOf(said: Noticing, zone: string, now: Date): Partial<Since> {
  if (said.sinceAt) return since(new Date(said.sinceAt), 'MINUTE', null);
  switch (said.noticed) {
    case 'JUST_NOW':
      return since(now, 'MINUTE', t('report.noticed.JUST_NOW'));
    case 'EARLIER_TODAY':
      return earlierToday(said.noticedTime, zone, now);
    case 'BEFORE_TODAY':
      return beforeToday(said.noticedDate, zone, now);
    case 'NOT_SURE':
      return since(null, 'UNKNOWN', null);
    default:
      return {};
  }
}
