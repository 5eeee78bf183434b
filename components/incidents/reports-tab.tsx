'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Outcome, type OutcomeKind } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import type { IncidentReportsPage } from '@/lib/incidents/queries/views';
import { t } from '@/lib/language/catalogue';
import { to } from '@/lib/platform/rules/to';
import { type FixedAnswer, type ReportState, reportStateLabel } from '@/lib/reports/schema';
import { Conversation } from './conversation';
import { useIncident } from './incident-context';
import { incidentReportsKey, readIncidentReports } from './queries';

interface ReportsTabProps {
  initial: IncidentReportsPage;
  /** The reference of the report whose conversation is open. */
  open: string | null;
}

/** Every report of the incident, and the conversation with its reporter. */
export function ReportsTab({ initial, open }: ReportsTabProps) {
  const { incident } = useIncident();
  const page = useInfiniteQuery({
    queryKey: incidentReportsKey(incident.ref),
    queryFn: ({ pageParam, signal }) => readIncidentReports(incident.ref, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    initialData: { pages: [initial], pageParams: [null] },
  });
  const rows = page.data.pages.flatMap((one) => one.rows);
  const here = `/incidents/${incident.ref}/reports` as const;
  if (rows.length === 0) {
    return (
      <EmptyState icon="inbox" title="No reports">
        Nobody has reported it; it was declared by the team. Reports that belong to it are added in triage.
      </EmptyState>
    );
  }
  return (
    <div className={classNames('inc-rep', open && 'open')}>
      <Card className="inc-rep-l">
        <CardHeader title="Reports" meta={incident.reports.count} />
        <ul aria-label="Reports">
          {rows.map((row) => (
            <li key={row.id}>
              <ReportLink row={row} href={to(`${here}?report=${row.ref}`)} current={row.ref === open} />
            </li>
          ))}
        </ul>
        {page.isFetchNextPageError ? (
          <ErrorState card={false} title="More reports could not be read">
            {page.error?.message}
          </ErrorState>
        ) : null}
        {page.hasNextPage ? (
          <div className="p-4">
            <Button pending={page.isFetchingNextPage} onClick={() => void page.fetchNextPage()}>
              Show more
            </Button>
          </div>
        ) : null}
      </Card>
      {open ? (
        <Conversation key={open} reportRef={open} back={to(here)} />
      ) : (
        <EmptyState icon="chat" title="No report is open">
          Choose one to read what was said, and to write to its reporter.
        </EmptyState>
      )}
    </div>
  );
}

type Row = IncidentReportsPage['rows'][number];

const answerKind: Record<FixedAnswer, OutcomeKind> = { WORKS: 'ok', PARTLY: 'unclear', NOT_YET: 'bad' };
const unmarkedStates: readonly ReportState[] = ['LINKED'];

function ReportLink({ row, href, current }: { row: Row; href: Route; current: boolean }) {
  return (
    <Link
      href={href}
      scroll={false}
      className={classNames('inc-rep-a', current && 'on')}
      aria-current={current ? 'true' : undefined}
    >
      <span className="row">
        <span className="ref">{row.ref}</span>
        {row.unread > 0 ? <Badge tone="accent">{row.unread} new</Badge> : null}
        <span className="sp sm muted whitespace-nowrap">
          <Time at={row.receivedAt} show="relative" />
        </span>
      </span>
      <b>{row.summary}</b>
      <span className="row flex-wrap sm muted">
        {[row.reporterName ?? 'No name given', row.affectedWhere].filter(Boolean).join(', ')}
        {row.answer ? (
          <Outcome kind={answerKind[row.answer]} className="sp">
            {t(`track.fixed.${row.answer}`)}
          </Outcome>
        ) : unmarkedStates.includes(row.state) ? null : (
          <span className="sp">{reportStateLabel[row.state]}</span>
        )}
      </span>
    </Link>
  );
}
