'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { SeverityMark } from '@/components/severity/severity-mark';
import { Card, CardHeader } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { HomeSummary } from '@/lib/home/queries/summary-views';
import { to } from '@/lib/platform/rules/to';

type Waiting = NonNullable<HomeSummary['waiting']>;

export function WaitingCard({ waiting }: { waiting: Waiting }) {
  return (
    <Card>
      <CardHeader
        title="Waiting to be read"
        meta={waiting.count > waiting.rows.length ? waiting.count : undefined}
        actions={
          <Link className="sm" href="/triage">
            Triage
          </Link>
        }
      />
      {waiting.rows.length === 0 ? (
        <p className="pad muted">Everything that came in has been read.</p>
      ) : (
        <ul className="home-act wait">
          {waiting.rows.map((row) => (
            <li key={row.id}>
              <SeverityMark severity={row.suggestion.severity} label />
              <Link href={`/triage?report=${row.ref}`}>
                <b>{row.service?.name ?? 'Not sure'}</b> {row.summary}
              </Link>
              <Time at={row.receivedAt} show="relative" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type Activity = HomeSummary['activity'][number];

/** Where an entry leads: the report's conversation, else the incident, else triage. */
function hrefOf(item: Activity): Route | null {
  if (item.incidentRef && item.reportRef) {
    return to(`/incidents/${item.incidentRef}/reports?report=${item.reportRef}`);
  }
  if (item.incidentRef) return to(`/incidents/${item.incidentRef}`);
  return item.reportRef ? `/triage?report=${item.reportRef}` : null;
}

export function ActivityCard({ activity }: { activity: readonly Activity[] }) {
  return (
    <Card>
      <CardHeader
        title="Recent activity"
        actions={
          <Link className="sm" href="/incidents?scope=all">
            All incidents
          </Link>
        }
      />
      {activity.length === 0 ? (
        <p className="pad muted">Nothing has happened yet.</p>
      ) : (
        <ul className="home-act">
          {activity.map((item) => (
            <ActivityItem key={item.id} item={item} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ActivityItem({ item }: { item: Activity }) {
  const href = hrefOf(item);
  const about = item.incidentRef ?? item.reportRef;
  const who = item.who.kind === 'member' || item.who.kind === 'key' ? item.who.name : null;
  return (
    <li>
      <Time at={item.at} show="clock" />
      <span>
        {href && about ? (
          <Link href={href}>
            <b>{about}</b>
          </Link>
        ) : null}{' '}
        {item.sentence}
        {who ? <span className="muted">, {who}</span> : null}
      </span>
    </li>
  );
}
