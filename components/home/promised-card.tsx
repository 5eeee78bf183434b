'use client';

import Link from 'next/link';
import { SeverityMark } from '@/components/severity/severity-mark';
import { Card, CardHeader } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { useNow, useZone } from '@/components/ui/clock';
import { spanOf } from '@/components/ui/time-words';
import type { IncidentRow } from '@/lib/incidents/queries/views';
import { clockOf } from '@/lib/language/time';
import { type Flag, placeFlags, quarterTicks } from './promise-lane';

type Promised = IncidentRow & { dueAt: string };

const rowHeight = 40;
/** Beyond them, only the number of those that are due is said. */
const mostRows = 8;
const hour = 3_600_000;

/** When users hear next, over the coming hour. */
export function PromisedCard({ open }: { open: readonly IncidentRow[] }) {
  const now = useNow();
  const zone = useZone();
  const promised = open.flatMap((row): Promised[] =>
    row.promise && row.visibility === 'PUBLIC' ? [{ ...row, dueAt: row.promise.dueAt }] : [],
  );
  const due = placeFlags(promised, now);
  const flags = due.filter(({ row }) => row < mostRows);
  const rows = Math.max(1, ...flags.map(({ row }) => row + 1));
  const clock = (at: number) => (
    <span suppressHydrationWarning>
      {at === now ? 'Now ' : ''}
      {clockOf(at, zone)}
    </span>
  );
  return (
    <Card>
      <CardHeader title="Promised to users" meta="Next 60 minutes" />
      {flags.length === 0 ? (
        <p className="pad muted">
          {promised.length > 0 ? 'Nothing is due within the hour.' : 'Nothing is promised at the moment.'}
        </p>
      ) : (
        <ul className="home-lane" style={{ '--h': `${rows * rowHeight + 10}px` }}>
          <li className="ln" aria-hidden />
          {[now, ...quarterTicks(now).map(({ at }) => at), now + hour].map((at) => (
            <li key={at} className="tk" style={{ '--x': `${((at - now) / hour) * 100}%` }} aria-hidden>
              {clock(at)}
            </li>
          ))}
          {flags.map((flag) => (
            <FlagItem key={flag.item.id} flag={flag} zone={zone} now={now} />
          ))}
        </ul>
      )}
      {due.length > flags.length ? (
        <p className="pad">
          <Link href="/incidents">{due.length - flags.length} more are late or due within the hour</Link>
        </p>
      ) : null}
    </Card>
  );
}

interface FlagItemProps {
  flag: Flag<Promised>;
  zone: string;
  now: number;
}

function FlagItem({ flag: { item, x, row, left, minutes }, zone, now }: FlagItemProps) {
  const late = minutes < 0;
  return (
    <li
      className={classNames('fl', `sev-${item.severity.toLowerCase()}`, left && 'left')}
      style={{ '--x': `${x * 100}%`, '--y': `${row * rowHeight + 4}px` }}
    >
      <Link href={`/incidents/${item.ref}`}>
        <SeverityMark severity={item.severity} label />
        <b suppressHydrationWarning>{clockOf(item.dueAt, zone)}</b>
        <span className="nm">{item.services.length === 1 ? item.services[0]?.name : item.title}</span>
        <em className={late ? 'late' : undefined} suppressHydrationWarning>
          {late ? `${spanOf(item.dueAt, now)} late` : minutes === 0 ? 'now' : spanOf(now, item.dueAt)}
        </em>
      </Link>
    </li>
  );
}
