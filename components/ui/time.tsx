'use client';

import { clockOf, type Instant } from '@/lib/language/time';
import { useNow, useZone } from './clock';
import { dateOf, exactOf, rangeOf, relativeOf, spanOf, whenOf } from './time-words';

type TimeShow = 'full' | 'datetime' | 'auto' | 'clock' | 'date' | 'relative';

type TimeProps = {
  at: Instant;
  /**
   * full "14:10 BST, 8 min ago" · datetime "14:10 BST" · auto "14:10" · clock always "14:10" · date "Tue 9 June" ·
   * relative "8 min ago". In the first three the date comes first when it is over 24 hours away.
   */
  show?: TimeShow | undefined;
  zone?: string | undefined;
  /** Holds the clock still, for printed records. */
  now?: number | undefined;
  className?: string | undefined;
};

const words: Record<TimeShow, (at: Instant, zone: string, now: number) => string> = {
  full: (at, zone, now) => `${whenOf(at, { zone, now })}, ${relativeOf(at, now)}`,
  datetime: (at, zone, now) => whenOf(at, { zone, now }),
  auto: (at, zone, now) => whenOf(at, { zone, now, named: false }),
  clock: (at, zone) => clockOf(at, zone),
  date: (at, zone, now) => dateOf(at, zone, now),
  relative: (at, _zone, now) => relativeOf(at, now),
};

/** Browsers and servers may name one zone differently: that text is allowed to differ while hydrating. */
export function Time({ at, show = 'full', zone: givenZone, now: givenNow, className }: TimeProps) {
  const zone = useZone(givenZone);
  const now = useNow(givenNow);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={exactOf(at, zone)}
      className={className}
      suppressHydrationWarning
    >
      {words[show](at, zone, now)}
    </time>
  );
}

type TimeRangeProps = { from: Instant; to: Instant; zone?: string | undefined; now?: number | undefined };

/** "14:40 to 15:05 BST" */
export function TimeRange({ from, to, zone: givenZone, now: givenNow }: TimeRangeProps) {
  const zone = useZone(givenZone);
  const now = useNow(givenNow);
  return (
    <time dateTime={`${new Date(from).toISOString()}/${new Date(to).toISOString()}`} suppressHydrationWarning>
      {rangeOf(from, to, { zone, now })}
    </time>
  );
}

type ElapsedProps = { since: Instant; until?: Instant | undefined; now?: number | undefined };

/** "2 h 26 min", growing each minute unless `until` is given. */
export function Elapsed({ since, until, now: givenNow }: ElapsedProps) {
  const now = useNow(givenNow);
  const end = until ?? now;
  return (
    <time
      dateTime={`PT${Math.max(0, Math.round((new Date(end).getTime() - new Date(since).getTime()) / 1000))}S`}
      suppressHydrationWarning
    >
      {spanOf(since, end)}
    </time>
  );
}
