import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface ScrollRegionProps {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

/** What may be wider than its place scrolls there, by keyboard too, and not the page. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={classNames('relative overflow-x-auto', className)} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
