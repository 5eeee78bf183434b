import type { Route } from 'next';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button';

type PagerProps = {
  /** Of what, for screen readers: "Reports". */
  label: string;
  newerHref?: Route | undefined;
  olderHref?: Route | undefined;
  shown?: ReactNode | undefined;
};

/** Keyset paging knows its neighbours, not how many pages there are. */
export function Pager({ label, newerHref, olderHref, shown }: PagerProps) {
  if (!newerHref && !olderHref && !shown) return null;
  return (
    <nav className="pager" aria-label={`${label}, pages`}>
      {newerHref ? (
        <LinkButton href={newerHref} size="sm" icon="left" rel="prev">
          Newer
        </LinkButton>
      ) : null}
      {shown ? <span className="muted sm">{shown}</span> : null}
      {olderHref ? (
        <LinkButton href={olderHref} size="sm" rel="next" className="sp">
          Older
        </LinkButton>
      ) : null}
    </nav>
  );
}
