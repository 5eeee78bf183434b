import { tzOffset } from '@date-fns/tz';
import type { OfficeHours } from '@/lib/settings/schema';

/** Office hours of an organisation and the IANA zone they are meant in. */
export interface Office extends OfficeHours {
  readonly zone: string;
}

export type OfficeUnit = 'MINUTE' | 'DAY';

/** A stretch of time that counts, in milliseconds since 1970; `rate` is how many units pass in a millisecond. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

export const minute = 60_000;
const day = 86_400_000;

function offset(zone: string, instant: number): number {
  return tzOffset(zone, new Date(instant)) * minute;
}

/**
 * The instant of a time of day on a date there. A time that a clock change skips moves on by the change, of a time
 * that comes twice the first one is meant: what RFC 5545 and Temporal call compatible.
 */
export function instantOn(date: string, time: string, zone: string): Date {
  const [hour = 0, minutes = 0] = time.split(':').map(Number);
  const wall = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minutes) * minute;
  const [before, after] = [offset(zone, wall - day), offset(zone, wall + day)];
  const first = wall - before;
  if (before === after || offset(zone, first) === before) return new Date(first);
  const second = wall - after;
  return new Date(offset(zone, second) === after ? second : first);
}

export function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10);
}

/** The calendar day there, as 2026-06-09. */
export function localDate(instant: Date | number, zone: string): string {
  return new Date(Number(instant) + offset(zone, Number(instant))).toISOString().slice(0, 10);
}

/** The office hours of one day, or null when it is closed or a clock change swallows them. */
function openOn(date: string, office: Office): { from: number; to: number } | null {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  if (!office.days.includes(weekday) || office.holidays.includes(date)) return null;
  const from = instantOn(date, office.from, office.zone).getTime();
  const to = instantOn(date, office.to, office.zone).getTime();
  return from < to ? { from, to } : null;
}

/** Never ends, unless every day for ten years is closed. Spans come in order and begin at `start` or later. */
export function* officeSpans(start: Date, unit: OfficeUnit, office: Office): Generator<Span> {
  let date = localDate(start, office.zone);
  for (let closed = 0; closed < 3660; date = nextDate(date)) {
    const open = openOn(date, office);
    if (!open || open.to <= start.getTime()) {
      closed += 1;
      continue;
    }
    closed = 0;
    const rate = unit === 'MINUTE' ? 1 / minute : 1 / (open.to - open.from);
    yield { from: Math.max(open.from, start.getTime()), to: open.to, rate };
  }
}

/** The instant at which `amount` units of the spans are used up; none of it: the first that counts. */
export function spend(spans: Iterable<Span>, amount: number): Date {
  let left = amount;
  for (const { from, to, rate } of spans) {
    const has = (to - from) * rate;
    // Fractions of a day are not exact in binary: a billionth of a unit is no time at all.
    if (left <= has + 1e-9) return new Date(Math.min(to, Math.round(from + left / rate)));
    left -= has;
  }
  throw new RangeError('The office hours never come to this amount of time.');
}

/** @returns the instant after so many minutes (`MINUTE`) or whole days (`DAY`) of office time. */
export function addOfficeTime(start: Date, amount: number, unit: OfficeUnit, office: Office): Date {
  return spend(officeSpans(start, unit, office), amount);
}
