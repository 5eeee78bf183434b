import Link from 'next/link';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/ui/skip-link';
import { Brand } from './brand';
import { PublicNav } from './public-nav';
import { ZoneNote } from './zone-note';

type ServiceDesk = {
  phone?: string | null | undefined;
  email?: string | null | undefined;
  /** "every day 07:00 to 22:00" */
  hours?: string | null | undefined;
};

type PublicShellProps = {
  orgName: string;
  desk?: ServiceDesk | undefined;
  children: ReactNode;
};

export function PublicShell({ orgName, desk, children }: PublicShellProps) {
  return (
    <div className="public">
      <SkipLink />
      <header className="phead">
        <div className="wrap">
          <Brand orgName={orgName} />
          <PublicNav />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <footer className="pfoot">
        <div className="wrap">
          <span>
            Run by {orgName}.<ServiceDeskContact {...desk} />
          </span>
          <ZoneNote />
          <span className="pfoot-l">
            <Link prefetch={false} className="hidden max-sm:inline" href="/sign-in">
              Staff sign in
            </Link>
          </span>
        </div>
      </footer>
    </div>
  );
}

function ServiceDeskContact({ phone, email, hours }: ServiceDesk) {
  if (!phone && !email) return null;
  return (
    <>
      {' '}
      Service desk{' '}
      {phone ? (
        <a className="whitespace-nowrap" href={`tel:${phone.replaceAll(' ', '')}`}>
          {phone}
        </a>
      ) : null}
      {phone && email ? ' or ' : null}
      {email ? <a href={`mailto:${email}`}>{email}</a> : null}
      {hours ? `, ${hours}` : null}.
    </>
  );
}
