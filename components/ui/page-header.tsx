import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';

type Crumb = { label: ReactNode; href?: Route | undefined };

type PageHeaderProps = {
  /** The sentence that says what is true, or the name of the task. It is the h1. */
  title: ReactNode;
  lead?: ReactNode | undefined;
  crumbs?: readonly Crumb[] | undefined;
  badges?: ReactNode | undefined;
  actions?: ReactNode | undefined;
  large?: boolean | undefined;
};

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumb" aria-label="You are here">
      {crumbs.map(({ label, href }, index) => (
        <span key={href ?? index} className="row">
          {index > 0 ? <Icon name="right" /> : null}
          {href ? <Link href={href}>{label}</Link> : <span>{label}</span>}
        </span>
      ))}
    </nav>
  );
}

export function PageHeader({ title, lead, crumbs, badges, actions, large = false }: PageHeaderProps) {
  return (
    <div className={classNames('page-h', large && 'large')}>
      <div>
        {crumbs ? <Crumbs crumbs={crumbs} /> : null}
        <div className="row flex-wrap">
          <h1>{title}</h1>
          {badges}
        </div>
        {lead ? <p>{lead}</p> : null}
      </div>
      {actions ? <div className="sp row flex-wrap">{actions}</div> : null}
    </div>
  );
}
