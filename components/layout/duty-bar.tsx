'use client';

import type { Route } from 'next';
import Link from 'next/link';
import type { LiveState } from '@/components/live/live-messages';
import { promiseOf } from '@/components/promise/promise-words';
import { SeverityMark } from '@/components/severity/severity-mark';
import { classNames } from '@/components/ui/class-names';
import { useNow, useZone } from '@/components/ui/clock';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/kbd';
import { clockOf, type Instant, zoneName } from '@/lib/language/time';
import type { Severity } from '@/lib/severity/schema';
import { AccountMenu, type AccountMenuProps } from './account-menu';
import { LiveMark } from './live-mark';

export type DutyIncident = {
  href: Route;
  severity: Severity;
  /** The service, or the title where there are several. */
  name: string;
  madeAt: Instant;
  /** Null when no update is promised. */
  dueAt: Instant | null;
};

type DutyBarProps = {
  incidents: readonly DutyIncident[];
  live: LiveState;
  account: AccountMenuProps;
  onJump: () => void;
};

/** Stays at the top of the console: the way anywhere, what is promised to whom, and the time. */
export function DutyBar({ incidents, live, account, onJump }: DutyBarProps) {
  const zone = useZone();
  const now = useNow();
  return (
    <header className="duty">
      <button type="button" className="jump" onClick={onJump} aria-keyshortcuts="Meta+K Control+K">
        <Icon name="search" />
        <span>Search or jump to</span>
        <Kbd>⌘ K</Kbd>
      </button>
      <nav className="duty-inc" aria-label="Open incidents and promised updates">
        {incidents.map((incident, index) => (
          <DutyChip
            key={incident.href}
            {...incident}
            now={now}
            zone={zone}
            className={index > 1 ? 'max-md:hidden' : undefined}
          />
        ))}
      </nav>
      <LiveMark state={live} />
      <span className="duty-t">
        <b suppressHydrationWarning>{clockOf(now, zone)}</b>{' '}
        <span suppressHydrationWarning>{zoneName(now, zone)}</span>
      </span>
      <AccountMenu {...account} />
    </header>
  );
}

type DutyChipProps = DutyIncident & { now: number; zone: string; className: string | undefined };

function DutyChip({ href, severity, name, madeAt, dueAt, now, zone, className }: DutyChipProps) {
  const promise = dueAt === null ? null : promiseOf({ madeAt, dueAt, now, zone });
  return (
    <Link
      prefetch={false}
      className={classNames('dchip', promise?.tone !== 'normal' && promise?.tone, className)}
      href={href}
    >
      <SeverityMark severity={severity} label />
      <b>{name}</b>
      <span className="dleft" suppressHydrationWarning>
        {promise ? `update ${promise.left}` : 'no update promised'}
      </span>
    </Link>
  );
}
