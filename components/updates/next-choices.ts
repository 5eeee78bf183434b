import { whenOf } from '@/components/ui/time-words';
import { addOfficeTime, instantOn } from '@/lib/clocks/rules/office-time';
import { clockOf } from '@/lib/language/time';
import { counted } from '@/lib/language/words';
import { exactDuration } from '@/lib/platform/rules/duration';
import type { Target } from '@/lib/settings/rules/targets';
import type { Settings } from '@/lib/settings/schema';
import type { Severity } from '@/lib/severity/schema';

/** The part of the settings that promises are made from. */
export type PromiseSettings = Pick<Settings, 'targets' | 'officeHours' | 'organisation'>;

/** What a command takes: in so many minutes from now, or at an instant (ISO). */
export type NextBody = { minutes: number } | { at: string };

/**
 * A choice as the text that a select holds: `m:20` in 20 minutes, `d:2` in two business days,
 * `at:2026-06-09T16:00` at a time on the reader's wall.
 */
export type NextValue = string;

interface Moment {
  /** Milliseconds. */
  now: number;
  /** The reader's IANA zone. */
  zone: string;
}

const minuteSteps = [5, 10, 15, 20, 30, 45, 60, 90, 120, 240, 480];
const daySteps = [1, 2, 3, 5];

function minutesOf(target: Target): number | null {
  if (target.unit === 'MINUTES') return target.amount;
  return target.unit === 'HOURS' ? target.amount * 60 : null;
}

/** What is promised when nobody chooses: the severity's own cadence. */
export function usualNext(severity: Severity, settings: PromiseSettings): NextValue {
  const target = settings.targets[severity].update;
  const minutes = minutesOf(target);
  if (minutes !== null) return `m:${minutes}`;
  return target.unit === 'BUSINESS_DAYS' ? `d:${target.amount}` : 'd:1';
}

/** Up to the severity's cadence, which says "at least every": nothing longer is offered as a step. */
function steps(severity: Severity, settings: PromiseSettings): NextValue[] {
  const usual = usualNext(severity, settings);
  const most = Number(usual.slice(2));
  if (usual.startsWith('m:')) {
    const shorter = minuteSteps.filter((minutes) => minutes < most && minutes * 6 >= most);
    return [...shorter, most].map((minutes) => `m:${minutes}`);
  }
  const days = [...daySteps.filter((amount) => amount < most), most].map((amount) => `d:${amount}`);
  return ['m:60', 'm:120', 'm:240', ...days];
}

/** When that is, or null when the text is no time, or one that only settings can tell. */
export function nextDue(
  value: NextValue,
  settings: PromiseSettings | undefined,
  { now, zone }: Moment,
): Date | null {
  const [kind, rest = ''] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
  if (kind === 'm') return new Date(now + Number(rest) * 60_000);
  if (kind === 'd') {
    if (!settings) return null;
    const office = { ...settings.officeHours, zone: settings.organisation.zone };
    return addOfficeTime(new Date(now), Number(rest), 'DAY', office);
  }
  const [date, time] = rest.split('T');
  return date && time ? instantOn(date, time, zone) : null;
}

/** What the command takes for it; null where `nextDue` is. */
export function nextBody(
  value: NextValue,
  settings: PromiseSettings | undefined,
  moment: Moment,
): NextBody | null {
  if (value.startsWith('m:')) return { minutes: Number(value.slice(2)) };
  const due = nextDue(value, settings, moment);
  return due ? { at: due.toISOString() } : null;
}

/** "20 min", "2 business days", "at a set time". */
export function nextAmount(value: NextValue): string {
  const amount = Number(value.slice(2));
  if (value.startsWith('m:')) return exactDuration(amount * 60);
  if (value.startsWith('d:')) return counted(amount, 'business day');
  return 'a set time';
}

export interface NextChoice {
  value: NextValue;
  label: string;
}

/** "20 min, by 14:38" and so on, shortest first. */
export function nextChoices(severity: Severity, settings: PromiseSettings, moment: Moment): NextChoice[] {
  return steps(severity, settings).map((value) => {
    const due = nextDue(value, settings, moment);
    const by = due ? `, by ${whenOf(due, { ...moment, named: false })}` : '';
    return { value, label: `${nextAmount(value)}${by}` };
  });
}

/** A value for a set time: the wall clock there, to the minute. */
export function setTimeAt(instant: Date, zone: string): NextValue {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);
  return `at:${parts}T${clockOf(instant, zone)}`;
}
