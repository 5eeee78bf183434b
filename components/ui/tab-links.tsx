import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

export type TabLink = {
  href: Route;
  label: ReactNode;
  count?: string | number | undefined;
  current?: boolean | undefined;
};

export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(({ href, label: text, count, current }) => (
        <Link
          prefetch={false}
          key={href}
          href={href}
          className={current ? 'on' : undefined}
          aria-current={current ? 'page' : undefined}
        >
          {text}
          {count === undefined ? null : <span className="n">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
