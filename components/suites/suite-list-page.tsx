'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Outcome } from '@/components/ui/outcome';
import { PageHeader } from '@/components/ui/page-header';
import { Time } from '@/components/ui/time';
import { counted } from '@/lib/language/words';
import { to } from '@/lib/platform/rules/to';
import type { SuiteSummary } from '@/lib/suites/queries/views';
import { suiteListQuery } from './queries';
import { replayStateBadge } from './replay-state';
import { SuiteDialog } from './suite-dialog';

interface SuiteListPageProps {
  service: { id: string; slug: string; name: string };
  initial: SuiteSummary[];
  acts: readonly string[];
}

const columns: Column<SuiteSummary>[] = [
  {
    key: 'name',
    header: 'Suite',
    cell: (suite) => (
      <>
        {suite.name}
        <small>{counted(suite.cases, 'case')}</small>
      </>
    ),
  },
  {
    key: 'baseline',
    header: 'Baseline',
    hideBelow: 'sm',
    cell: ({ baseline }) =>
      baseline ? (
        <>
          Version {baseline.number}
          <small>
            <Time at={baseline.recordedAt} show="date" />
            {baseline.recordedBy ? `, by ${baseline.recordedBy}` : ''}
          </small>
        </>
      ) : (
        'none yet'
      ),
  },
  {
    key: 'latest',
    header: 'Latest run',
    cell: ({ latest }) =>
      latest ? (
        <>
          <Outcome kind={replayStateBadge[latest.state].kind}>{replayStateBadge[latest.state].word}</Outcome>
          <small>
            {latest.sentence} <Time at={latest.startedAt} show="relative" />
          </small>
        </>
      ) : (
        'never run'
      ),
  },
];

/** The verification suites of one service. */
export function SuiteListPage({ service, initial, acts }: SuiteListPageProps) {
  const router = useRouter();
  const { data: suites } = useQuery({ ...suiteListQuery(service.slug), initialData: initial });
  const [isOpen, setOpen] = useState(false);
  const address = (id: string) => to(`/services/${service.slug}/suites/${id}`);
  const add = acts.includes('suite.create') ? (
    <Button variant="primary" icon="plus" onClick={() => setOpen(true)}>
      New suite
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Services', href: '/services' },
          { label: service.name, href: to(`/services/${service.slug}`) },
          { label: 'Verification suites' },
        ]}
        title="Verification suites"
        lead="Requests that clients make, and the answers known to be good. They prove a secondary or a rebuilt server before users reach it."
        actions={suites.length > 0 ? add : null}
      />
      {suites.length === 0 ? (
        <EmptyState icon="shield" title={`Nothing proves a copy of ${service.name} yet`} action={add}>
          Add a suite with the requests that matter most, record what the healthy service answers, and every
          later copy can be compared with it in words.
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            label="Verification suites"
            columns={columns}
            rows={suites}
            rowKey={(suite) => suite.id}
            rowHref={(suite) => address(suite.id)}
            empty={null}
          />
        </Card>
      )}
      {isOpen ? (
        <SuiteDialog
          suite={{ serviceId: service.id }}
          onSaved={(id) => router.push(address(id))}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
