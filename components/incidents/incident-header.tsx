'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { SeverityBadge } from '@/components/severity/severity-badge';
import { Badge } from '@/components/ui/badge';
import { Foreign } from '@/components/ui/foreign';
import { Holder } from '@/components/ui/holder';
import { Icon } from '@/components/ui/icon';
import { counted } from '@/lib/language/words';
import { useIncident } from './incident-context';

export function IncidentHeader({ actions }: { actions: ReactNode }) {
  const { incident } = useIncident();
  const { count } = incident.reports;
  return (
    <>
      <div className="inc-l">
        <Link href="/incidents">Incidents</Link>
        <Icon name="right" />
        <span className="ref">{incident.ref}</span>
        <SeverityBadge severity={incident.severity} />
        {incident.visibility === 'INTERNAL' ? <Badge icon="lock">Internal</Badge> : null}
        <span>
          {incident.manager ? (
            <>
              Led by{' '}
              <b>
                <Holder person={incident.manager} />
              </b>
            </>
          ) : (
            'Nobody leads it'
          )}
        </span>
        <span className="max-sm:hidden">·</span>
        <span>{counted(count, 'report')}</span>
        <LinkedIncidents />
      </div>
      <div className="inc-row">
        <h1>
          <Foreign>{incident.title}</Foreign>
        </h1>
        <div className="inc-acts">{actions}</div>
      </div>
    </>
  );
}

/** What it follows, and what followed it. */
function LinkedIncidents() {
  const { incident } = useIncident();
  return (
    <>
      {incident.previous ? (
        <span>
          · follows <Link href={`/incidents/${incident.previous.ref}`}>{incident.previous.ref}</Link>
        </span>
      ) : null}
      {incident.following.map(({ ref }) => (
        <span key={ref}>
          · followed by <Link href={`/incidents/${ref}`}>{ref}</Link>
        </span>
      ))}
    </>
  );
}
