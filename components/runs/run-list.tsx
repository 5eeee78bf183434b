'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { Staleness } from '@/components/live/staleness';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { capital, plural } from '@/lib/language/words';
import { addressOf } from '@/lib/platform/rules/address';
import { to } from '@/lib/platform/rules/to';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import type { RunListView } from '@/lib/runs/queries/views';
import { listRunsInput } from '@/lib/runs/schema';
import { recoveryPlanListQuery, runListQuery } from './queries';
import { RecoveryTabs } from './recovery-tabs';
import { runColumns } from './run-columns';
import { isNarrowed, type RunFilter, RunFilters } from './run-filters';
import { StartDrill } from './start-drill';
import { StartLive } from './start-live';

interface RunListProps {
  initial: RunListView;
  /** Those that go on, whatever the list is narrowed to. */
  open: RunListView;
  plans: RecoveryPlanRow[];
  filter: RunFilter;
  services: { slug: string; name: string }[];
}

function sentence(live: number, drills: number): string {
  const parts = [
    live > 0 ? plural(live, 'one live recovery is', `${live} live recoveries are`) : null,
    drills > 0 ? plural(drills, 'one drill is', `${drills} drills are`) : null,
  ].filter((part) => part !== null);
  return capital(`${parts.map((part) => `${part} under way`).join(', and ') || 'no recovery is under way'}.`);
}

/** Every run, those that go on above all. */
export function RunList({ initial, open, plans, filter, services }: RunListProps) {
  const query = useQuery({ ...runListQuery(filter), initialData: initial });
  const going = useQuery({ ...runListQuery({ state: 'open' }), initialData: open });
  const known = useQuery({ ...recoveryPlanListQuery(), initialData: plans });
  const live = going.data.rows.filter(({ mode }) => mode === 'LIVE');
  const drills = going.data.rows.length - live.length;
  const page = (after?: string): Route => addressOf('/recovery', listRunsInput, { ...filter, after });
  return (
    <>
      <PageHeader
        title={sentence(live.length, drills)}
        lead="Live runs and drills of the recovery plans, newest first. Their times are what users are told next time."
        actions={
          <>
            <StartLive plans={known.data} />
            <StartDrill plans={known.data} />
          </>
        }
      />
      <RecoveryTabs />
      <Staleness query={query} />
      {live.length > 0 ? (
        <Card className="mb-5">
          <DataTable
            label="Live now"
            columns={runColumns}
            rows={live}
            rowKey={(row) => row.id}
            rowHref={(row) => to(`/recovery/${row.ref}`)}
            empty={null}
          />
        </Card>
      ) : null}
      <Card>
        <RunFilters filter={filter} services={services} />
        <DataTable
          label="Runs"
          columns={runColumns}
          rows={query.data.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => to(`/recovery/${row.ref}`)}
          empty={<EmptyRuns filter={filter} />}
        />
        <Pager
          label="runs"
          newerHref={filter.after ? page() : undefined}
          olderHref={query.data.next ? page(query.data.next) : undefined}
        />
      </Card>
    </>
  );
}

function EmptyRuns({ filter }: { filter: RunFilter }) {
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        card={false}
        icon="search"
        title="Nothing matches"
        action={<LinkButton href="/recovery">Show all runs</LinkButton>}
      >
        No run fits what you asked for.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      card={false}
      icon="swap"
      title="Nothing was run yet"
      action={<LinkButton href="/recovery/drills">Look at the drills</LinkButton>}
    >
      Quiet is good, but a plan that was never drilled promises nothing. A drill is the first step.
    </EmptyState>
  );
}
