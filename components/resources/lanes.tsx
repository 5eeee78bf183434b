'use client';

import Link from 'next/link';
import { SeverityMark } from '@/components/severity/severity-mark';
import { Avatar } from '@/components/ui/avatar';
import { classNames } from '@/components/ui/class-names';
import { useNow, useZone } from '@/components/ui/clock';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { rangeOf, whenOf } from '@/components/ui/time-words';
import { clockOf } from '@/lib/language/time';
import { to } from '@/lib/platform/rules/to';
import type { AllocationView, BoardRow, BoardView } from '@/lib/resources/queries/views';
import { allocationStateLabel, aspectLabel, type ResourceKind } from '@/lib/resources/schema';
import { placeOf, rowsOf, type TimeSpan, ticksOf } from './lane-rules';
import { avatarKind } from './resource-words';

const groups: [label: string, kinds: readonly ResourceKind[]][] = [
  ['People', ['PERSON']],
  ['Teams and vendors', ['TEAM', 'VENDOR']],
  ['Equipment', ['EQUIPMENT']],
];
const parts = 6;

function stretch({ startsAt, endsAt, releasedAt, state }: AllocationView): TimeSpan {
  const from = new Date(startsAt).getTime();
  const end = state === 'RELEASED' && releasedAt ? releasedAt : endsAt;
  return { from, until: new Date(end).getTime() };
}

/** Who is where, until when: one lane for each resource. */
export function Lanes({ board }: { board: BoardView }) {
  const zone = useZone();
  const now = useNow();
  const lane = { from: new Date(board.from).getTime(), until: new Date(board.until).getTime() };
  const fraction = (now - lane.from) / (lane.until - lane.from);
  return (
    <ScrollRegion label="Time view, scrolls sideways">
      <div className="res-tracks" style={{ '--q': String(parts) }}>
        <div className="lx" aria-hidden>
          {ticksOf(lane, parts).map((at) => (
            <span
              key={at}
              style={{ '--x': `${placeOf({ from: at, until: at + 1 }, lane)?.x ?? 0}%` }}
              suppressHydrationWarning
            >
              {clockOf(at, zone)}
            </span>
          ))}
        </div>
        {groups.map(([label, kinds]) => {
          const rows = board.rows.filter(({ kind }) => kinds.includes(kind));
          return rows.length === 0 ? null : (
            <LaneGroup key={label} label={label} rows={rows} lane={lane} at={board.now} />
          );
        })}
        {fraction > 0 && fraction < 1 ? (
          <div className="res-now" style={{ '--f': String(fraction) }} aria-hidden suppressHydrationWarning>
            <b suppressHydrationWarning>Now {clockOf(now, zone)}</b>
          </div>
        ) : null}
      </div>
    </ScrollRegion>
  );
}

interface LaneGroupProps {
  label: string;
  rows: BoardRow[];
  lane: TimeSpan;
  /** When the board was read. */
  at: string;
}

function LaneGroup({ label, rows, lane, at }: LaneGroupProps) {
  return (
    <>
      <h3 className="grp">{label}</h3>
      {rows.map((row) => (
        <Lane key={row.id} row={row} lane={lane} at={at} />
      ))}
    </>
  );
}

function Lane({ row, lane, at }: { row: BoardRow; lane: TimeSpan; at: string }) {
  const shown = row.allocations.flatMap((allocation) => {
    const place = placeOf(stretch(allocation), lane);
    return place ? [{ allocation, place }] : [];
  });
  const lines = rowsOf(shown.map(({ allocation }) => stretch(allocation)));
  return (
    <>
      <div className="track-h">
        <Avatar name={row.name} kind={avatarKind[row.kind]} decorative />
        <span className="t">
          <b>{row.name}</b>
          <small>{row.detail}</small>
        </span>
        <Capacity used={row.usedNow} of={row.capacity} />
      </div>
      <ul
        className="track"
        aria-label={`Bookings of ${row.name}`}
        style={{ '--k': String(Math.max(1, ...lines.map((line) => line + 1))) }}
      >
        {shown.map(({ allocation, place }, index) => (
          <li key={allocation.id}>
            <Slot allocation={allocation} place={place} line={lines[index] ?? 0} />
          </li>
        ))}
        <FreeSpan row={row} lane={lane} at={at} taken={shown.map(({ allocation }) => stretch(allocation))} />
      </ul>
    </>
  );
}

/** Filled is used now. */
export function Capacity({ used, of }: { used: number; of: number }) {
  const marks = Array.from({ length: Math.min(of, 6) }, (_, index) => index);
  return (
    <span className="res-cap" role="img" aria-label={`${used} of ${of} used now`}>
      {marks.map((mark) => (
        <i key={mark} className={mark < used ? 'u' : undefined} />
      ))}
    </span>
  );
}

interface SlotProps {
  allocation: AllocationView;
  place: { x: number; w: number };
  line: number;
}

function Slot({ allocation, place, line }: SlotProps) {
  const zone = useZone();
  const now = useNow();
  const { incident, run, aspect, state } = allocation;
  const { from, until } = stretch(allocation);
  const ref = incident?.ref ?? run?.ref ?? '';
  const short = `${ref}, ${aspectLabel[aspect].toLowerCase()}`;
  const long = [
    incident?.title ?? run?.plan ?? '',
    rangeOf(from, until, { zone, now }),
    allocationStateLabel[state].toLowerCase(),
  ];
  const title = `${short}: ${long.join(', ')}`;
  const href = incident ? to(`/incidents/${incident.ref}/resources`) : to(`/recovery/${ref}`);
  return (
    <Link
      prefetch={false}
      href={href}
      className={classNames('slot', state.toLowerCase())}
      style={{ '--x': `${place.x}%`, '--w': `${place.w}%`, '--i': String(line) }}
      title={title}
      aria-label={title}
      suppressHydrationWarning
    >
      {incident ? <SeverityMark severity={incident.severity} /> : null}
      <span aria-hidden>{short}</span>
    </Link>
  );
}

interface FreeSpanProps {
  row: BoardRow;
  lane: TimeSpan;
  at: string;
  taken: readonly TimeSpan[];
}

/** "Free from 14:35", where there is room for it. */
function FreeSpan({ row, lane, at, taken }: FreeSpanProps) {
  const zone = useZone();
  const now = useNow();
  const from = new Date(row.freeFrom).getTime();
  const until = row.freeUntil ? new Date(row.freeUntil).getTime() : Number.POSITIVE_INFINITY;
  const room = { from, until: Math.min(until, lane.until) };
  const place = placeOf(room, lane);
  const clear = !taken.some((one) => one.from < room.until && one.until > room.from);
  if (!place || place.w < 18 || !clear) return null;
  const begun = row.freeFrom <= at;
  const end = row.freeUntil ? ` until ${whenOf(row.freeUntil, { zone, now, named: false })}` : '';
  return (
    <li className="free" style={{ '--x': `${place.x}%` }} suppressHydrationWarning>
      {begun ? `Free${end}` : `Free from ${clockOf(from, zone)}${end}`}
    </li>
  );
}
