'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { useNow, useZone } from '@/components/ui/clock';
import { Foreign } from '@/components/ui/foreign';
import { Outcome } from '@/components/ui/outcome';
import { TimeRange } from '@/components/ui/time';
import { whenOf } from '@/components/ui/time-words';
import { clockOf } from '@/lib/language/time';
import type { BookingRefusal } from '@/lib/resources/queries/views';
import { aspectLabel } from '@/lib/resources/schema';

interface BookingRefusedProps {
  refused: BookingRefusal;
  /** "Book from 14:35"; left out where the time cannot be moved. */
  onBookLater?: ((from: string) => void) | undefined;
  onWhoElse?: (() => void) | undefined;
  pending: boolean;
}

/** A double booking was refused: what stands in the way, and the next time that is free. */
export function BookingRefused({ refused, onBookLater, onWhoElse, pending }: BookingRefusedProps) {
  const zone = useZone();
  const now = useNow();
  const { resource, clash, freeAt, freeUntil, capacity } = refused;
  const when = (at: string) => whenOf(at, { zone, now });
  return (
    <div className="res-refused" role="alert">
      <Outcome kind="bad">
        Refused: {resource.name} is held until {when(clash.until)}
      </Outcome>
      <p>
        {resource.name} is on <Link href={clash.path}>{clash.ref}</Link> <Foreign>{clash.title}</Foreign>,{' '}
        {aspectLabel[clash.aspect].toLowerCase()}, <TimeRange from={clash.from} to={clash.until} />
        {clash.requestedBy ? `, asked by ${clash.requestedBy}` : ''}.{' '}
        {capacity === 1 ? 'One booking at a time is possible.' : `All ${capacity} are booked.`}
      </p>
      <p>
        <b>Free from {when(freeAt)}</b>
        {freeUntil ? `, then until ${when(freeUntil)}` : ''}.
      </p>
      <div className="btns">
        {onBookLater ? (
          <Button size="sm" variant="primary" pending={pending} onClick={() => onBookLater(freeAt)}>
            Book from {clockOf(freeAt, zone)}
          </Button>
        ) : null}
        {onWhoElse ? (
          <Button size="sm" onClick={onWhoElse}>
            Somebody else
          </Button>
        ) : null}
      </div>
    </div>
  );
}
