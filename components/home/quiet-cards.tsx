'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useMemberActs } from '@/components/console/member-acts';
import { Card, CardHeader } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-paths';
import { LinkButton } from '@/components/ui/link-button';
import { Elapsed, Time } from '@/components/ui/time';
import type { HomeSummary } from '@/lib/home/queries/summary-views';
import { to } from '@/lib/platform/rules/to';

interface QuietCardsProps {
  lastClosed: HomeSummary['lastClosed'];
}

/** Quiet is good news. */
export function QuietCards({ lastClosed }: QuietCardsProps) {
  const canDeclare = useMemberActs().includes('incident.declare');
  return (
    <div className="home-quiet">
      <Card className="home-q1">
        <AllWorksCard />
        <div>
          <h1>All quiet</h1>
          <p>
            No incident is open, and nobody is waiting for an answer.
            {lastClosed ? (
              <>
                {' '}
                The last incident closed <Time at={lastClosed.closedAt} show="relative" />, after{' '}
                <Elapsed since={lastClosed.startedAt} until={lastClosed.resolvedAt} />.
              </>
            ) : null}
          </p>
          <div className="row">
            <LinkButton href="/incidents?scope=all" variant="primary">
              Look at the last incidents
            </LinkButton>
            {canDeclare ? <LinkButton href="/incidents/new">Declare an incident</LinkButton> : null}
          </div>
        </div>
      </Card>
      <Card>
        <CardHeader title="A good time to" />
        <ul className="home-q2">
          <OfferCard icon="server" href="/services" title="Bring the catalogue up to date">
            Owners, contacts and agreed times of every service.
          </OfferCard>
          {lastClosed ? (
            <OfferCard
              icon="list"
              href={to(`/incidents/${lastClosed.ref}`)}
              title={`Read ${lastClosed.ref} once more`}
            >
              {lastClosed.title}
            </OfferCard>
          ) : null}
          <OfferCard icon="globe" href="/" title="See what users see" document>
            The status page as it is published now.
          </OfferCard>
        </ul>
      </Card>
    </div>
  );
}

interface OfferProps {
  icon: IconName;
  href: Route;
  title: string;
  /** A document of its own, which is no part of the app's router. */
  document?: boolean;
  children: string;
}

function OfferCard({ icon, href, title, document = false, children }: OfferProps) {
  return (
    <li>
      <Icon name={icon} />
      <span>
        {document ? <a href={href}>{title}</a> : <Link href={href}>{title}</Link>}
        <small>{children}</small>
      </span>
    </li>
  );
}

function AllWorksCard() {
  return (
    <svg className="calm" viewBox="0 0 104 72" aria-hidden>
      <circle cx="70" cy="36" r="26" fill="none" stroke="currentColor" strokeWidth="3" opacity=".45" />
      <circle cx="38" cy="36" r="32" fill="var(--card)" />
      <circle cx="38" cy="36" r="28" fill="currentColor" />
      <path
        d="m26 37 8.5 8.5L51 28"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
