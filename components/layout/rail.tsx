'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-paths';
import { Logo } from '@/components/ui/logo';
import { Menu } from '@/components/ui/menu';

export type RailEntry = {
  href: Route;
  label: string;
  icon: IconName;
  count?: number | undefined;
  /** Reads the count: "4 waiting". */
  countLabel?: string | undefined;
};

type RailProps = { homeHref: Route; entries: readonly RailEntry[]; lower: readonly RailEntry[] };

/** How many entries fit into the bar at the bottom of a phone, beside "More". */
const onPhone = 4;

function isCurrent(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}

/** Navigation of the console: a rail at the left, a bar at the bottom of a phone. */
export function Rail({ homeHref, entries, lower }: RailProps) {
  const path = usePathname();
  const more = [...entries.slice(onPhone), ...lower];
  return (
    <nav className="rail" aria-label="Main">
      <Link className="rail-logo" href={homeHref} aria-label="Standby home">
        <Logo />
        <span>Standby</span>
      </Link>
      {entries.map((entry, index) => (
        <RailLink
          key={entry.href}
          {...entry}
          current={isCurrent(path, entry.href)}
          folded={index >= onPhone}
        />
      ))}
      <span className="min-h-1.5 flex-1 max-md:hidden" />
      {lower.map((entry) => (
        <RailLink key={entry.href} {...entry} current={isCurrent(path, entry.href)} folded />
      ))}
      {more.length > 0 ? (
        <Menu
          label="More places"
          side="top"
          trigger={
            <button type="button" className="rail-a rail-more">
              <Icon name="dots" />
              <span>More</span>
            </button>
          }
          entries={more.map(({ href, label, icon }) => ({ kind: 'link', href, label, icon }))}
        />
      ) : null}
    </nav>
  );
}

function RailLink(props: RailEntry & { current: boolean; folded: boolean }) {
  const { href, label, icon, count = 0, countLabel, current, folded } = props;
  return (
    <Link
      prefetch={false}
      href={href}
      className={`rail-a${current ? ' on' : ''}${folded ? ' max-md:hidden' : ''}`}
      aria-current={current ? 'page' : undefined}
    >
      <Icon name={icon} />
      <span>{label}</span>
      {count > 0 ? (
        <b className="rail-n">
          <span aria-hidden>{count > 99 ? '99+' : count}</span>
          <span className="sr">, {countLabel ?? count}</span>
        </b>
      ) : null}
    </Link>
  );
}
