'use client';

import { useQuery } from '@tanstack/react-query';
import { Staleness } from '@/components/live/staleness';
import { Card, CardHeader } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import { drillColumns } from './drill-columns';
import { byVerdict, drillsSentence } from './drill-verdict';
import { recoveryPlanListQuery } from './queries';
import { RecoveryTabs } from './recovery-tabs';
import { StartDrill } from './start-drill';

interface DrillsPageProps {
  initial: RecoveryPlanRow[];
  /** Of the policy: after so many days a drill promises less. */
  staleAfterDays: number;
}

/** Every plan with its last drill: what was measured, against what was agreed. */
export function DrillsPage({ initial, staleAfterDays }: DrillsPageProps) {
  const query = useQuery({ ...recoveryPlanListQuery(), initialData: initial });
  const plans = byVerdict(query.data);
  return (
    <>
      <PageHeader
        title={drillsSentence(plans)}
        lead={`A drill keeps a claim for ${staleAfterDays} days. After that, and before the first, the time that users are told gets weaker.`}
        actions={<StartDrill plans={query.data} />}
      />
      <RecoveryTabs />
      <Staleness query={query} />
      <div className="run-stack">
        <Card as="section" aria-labelledby="drill-results">
          <CardHeader
            id="drill-results"
            title="Last results"
            meta={<span className="meta">worst first; the line is the objective</span>}
          />
          <DataTable
            label="Plans and their last drills"
            columns={drillColumns}
            rows={plans}
            rowKey={(row) => row.id}
            empty={
              <EmptyState
                card={false}
                icon="swap"
                title="No plan yet"
                action={<LinkButton href="/services">Look at the services</LinkButton>}
              >
                A recovery plan says who does what, in which order. It is written on the page of its service;
                once it is published it can be drilled.
              </EmptyState>
            }
          />
        </Card>
        <Card as="section" aria-labelledby="drill-kinds">
          <CardHeader id="drill-kinds" level={3} title="Kinds and policy" />
          <dl className="kv p-5">
            <dt>Tabletop</dt>
            <dd>People talk the plan through. It finds gaps and gives no time.</dd>
            <dt>Functional</dt>
            <dd>Parts are really done, beside the service, and timed.</dd>
            <dt>Full</dt>
            <dd>Everything is really done, on the machines for drills. It proves an objective best.</dd>
            <dt>Policy</dt>
            <dd>After {staleAfterDays} days a claim is stale.</dd>
          </dl>
        </Card>
      </div>
    </>
  );
}
