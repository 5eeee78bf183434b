'use client';

import Link from 'next/link';
import { StatusText } from '@/components/status/status-badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { AnswerCounts } from './answer-counts';
import { ClockCard } from './clock-card';
import { useDialog } from './dialog-context';
import { useIncident } from './incident-context';
import { AddServiceDialog, ServiceDialog } from './lazy-dialogs';
import { RolesCard } from './roles-card';

/** Beside the timeline: who, what, and what its clocks say. */
export function SideColumn() {
  const { incident } = useIncident();
  const { asked, confirmed, stillBroken } = incident.reports;
  return (
    <aside className="inc-side" aria-label="About the incident">
      {asked + confirmed + stillBroken > 0 ? (
        <Card>
          <CardHeader title="Is it working for you now?" level={3} />
          <AnswerCounts reports={incident.reports} />
        </Card>
      ) : null}
      <RolesCard />
      <ServicesCard />
      <ReportsCard />
      <ClockCard />
      {incident.cause ? <CauseCard /> : null}
    </aside>
  );
}

function ServicesCard() {
  const { incident } = useIncident();
  const ask = useDialog();
  const canAdd = incident.acts.includes('incident.addService');
  const canSet = incident.acts.includes('incident.setServiceStatus');
  return (
    <Card>
      <CardHeader
        title="Affected services"
        level={3}
        actions={
          canAdd ? (
            <Button
              variant="quiet"
              size="sm"
              onClick={() => ask((onClose) => <AddServiceDialog onClose={onClose} />)}
            >
              Add
            </Button>
          ) : null
        }
      />
      <ul>
        {incident.services.map((service) => (
          <li key={service.id}>
            <span className="t">
              <Link href={`/services/${service.slug}`} className="inc-name">
                {service.name}
              </Link>
              <small>
                {service.reason ? `${service.reason} ` : null}
                since <Time at={service.since} show="auto" />
              </small>
            </span>
            <span className="inc-end">
              <StatusText status={service.status} for="members" />
              {canSet ? (
                <Button
                  variant="quiet"
                  size="icon-sm"
                  icon="sliders"
                  aria-label={`Change the status of ${service.name}`}
                  onClick={() => ask((onClose) => <ServiceDialog serviceId={service.id} onClose={onClose} />)}
                />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ReportsCard() {
  const { incident } = useIncident();
  const { count, latest } = incident.reports;
  const all = `/incidents/${incident.ref}/reports` as const;
  return (
    <Card>
      <CardHeader title="Linked reports" level={3} actions={<span className="sm muted">{count}</span>} />
      {count === 0 ? (
        <p className="inc-side-p">Nobody has reported it. It was declared by the team.</p>
      ) : (
        <ul>
          {latest.slice(0, 3).map((report) => (
            <li key={report.id}>
              <span className="t">
                <Link href={`${all}?report=${report.ref}`} className="inc-quiet">
                  “{report.summary}”
                </Link>
                <small>{[report.ref, report.reporterName].filter(Boolean).join(', ')}</small>
              </span>
              <span className="cnt">
                <Time at={report.receivedAt} show="relative" />
              </span>
            </li>
          ))}
          <li>
            <Link href={all} className="sm">
              {count === 1 ? 'Show it' : `Show all ${count}`}
            </Link>
          </li>
        </ul>
      )}
    </Card>
  );
}

function CauseCard() {
  const { cause } = useIncident().incident;
  if (!cause) return null;
  return (
    <Card>
      <CardHeader title="Underlying cause" level={3} />
      <p className="inc-side-p">
        {cause.kind === 'NONE_FOUND' ? 'Looked for, none found.' : null}
        {cause.kind === 'NOT_LOOKED_AT' ? `Not looked at: ${cause.because ?? ''}` : null}
      </p>
    </Card>
  );
}
