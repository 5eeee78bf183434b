'use client';

import Link from 'next/link';
import { stageDots } from '@/components/home/stage-dots';
import { PromiseRuler } from '@/components/promise/promise-ruler';
import { SeverityMark } from '@/components/severity/severity-mark';
import { Avatar } from '@/components/ui/avatar';
import { Card, CardHeader } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Foreign } from '@/components/ui/foreign';
import { Holder } from '@/components/ui/holder';
import { Elapsed } from '@/components/ui/time';
import type { HomeSummary } from '@/lib/home/queries/summary-views';
import type { IncidentRow } from '@/lib/incidents/queries/views';
import { incidentStageLabel } from '@/lib/incidents/schema';
import { plural } from '@/lib/language/words';
import { severities, severityLabel } from '@/lib/severity/schema';

export function OpenCard({ summary }: { summary: HomeSummary }) {
  return (
    <Card>
      <CardHeader
        title="Open incidents"
        actions={
          <ul className="home-sevs">
            {severities.map((severity) => (
              <li key={severity}>
                <SeverityMark severity={severity} />
                {summary.bySeverity[severity]} {severityLabel[severity]}
              </li>
            ))}
          </ul>
        }
      />
      {summary.open.length === 0 ? (
        <EmptyState card={false} icon="check" title="Nothing is open">
          Every service works, as far as anybody has told us.
        </EmptyState>
      ) : (
        <>
          <Rows rows={summary.open.slice(0, shown)} />
          {summary.open.length > shown ? (
            <details>
              <summary className="pad cursor-pointer font-strong text-ink">
                Show all {summary.open.length} open incidents
              </summary>
              <Rows rows={summary.open.slice(shown)} />
            </details>
          ) : null}
        </>
      )}
    </Card>
  );
}

/** Enough for most days; a day with more begins with the gravest. */
const shown = 10;

function Rows({ rows }: { rows: IncidentRow[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <OpenIncident row={row} />
        </li>
      ))}
    </ul>
  );
}

function OpenIncident({ row }: { row: IncidentRow }) {
  const { dots, step, of } = stageDots(row.stage);
  return (
    <Link href={`/incidents/${row.ref}`} className="home-in">
      <SeverityMark severity={row.severity} size="lg" label />
      <span className="t">
        <b>
          <Foreign>{row.title}</Foreign>
        </b>
        <small>
          {row.ref} · <Elapsed since={row.startedAt} />
          {row.visibility === 'INTERNAL' ? ', internal' : null}
        </small>
      </span>
      <span className="sg">
        <span className="home-dots" role="img" aria-label={`Stage ${step} of ${of}`}>
          {dots.map(({ stage, state }) => (
            <i key={stage} className={state} />
          ))}
        </span>
        <small>{incidentStageLabel[row.stage]}</small>
      </span>
      <span className="ld">
        {row.manager ? (
          <>
            <Avatar name={row.manager.name} size="s" decorative />
            <Holder person={row.manager} />
          </>
        ) : (
          <span className="muted">nobody</span>
        )}
      </span>
      <span className="rp">
        <b>{row.reportCount}</b>
        <small>{plural(row.reportCount, 'report')}</small>
      </span>
      <span className="pm">
        {row.promise ? (
          <PromiseRuler variant="bar" madeAt={row.promise.madeAt} dueAt={row.promise.dueAt} />
        ) : (
          <small>nothing promised</small>
        )}
      </span>
    </Link>
  );
}
