'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Staleness } from '@/components/live/staleness';
import { Card } from '@/components/ui/card';
import type { RunView } from '@/lib/runs/queries/views';
import { CurrentStep } from './current-step';
import { PastCard } from './past-card';
import { PrecheckCard } from './precheck-card';
import { runQuery } from './queries';
import { RunChart } from './run-chart';
import { RunProvider } from './run-context';
import { RunFigures } from './run-figures';
import { RunHead } from './run-head';
import { SnapshotCard } from './snapshot-card';
import { StepsTable } from './steps-table';
import { UsersCard } from './users-card';
import { VerifyCard } from './verify-card';

/** A run as it happens, and afterwards. `users` stands in the card about what users see. */
export function RunLive({ initial, users }: { initial: RunView; users?: ReactNode }) {
  const query = useQuery({ ...runQuery(initial.ref), initialData: initial });
  const run = query.data;
  return (
    <RunProvider run={run}>
      <Staleness query={query} />
      <div className="run-wrap">
        <div>
          <Card as="section" aria-labelledby="run-head">
            <RunHead />
            {run.startedAt ? <RunChart /> : <div className="pb-5" />}
            <RunFigures />
          </Card>
          {run.state === 'PRECHECK' ? <PrecheckCard /> : null}
          <CurrentStep />
          <VerifyCard />
          <StepsTable />
          {run.state === 'PRECHECK' ? null : <PrecheckCard />}
        </div>
        <aside aria-label="About the run">
          <UsersCard>{users}</UsersCard>
          <SnapshotCard />
          <PastCard />
        </aside>
      </div>
    </RunProvider>
  );
}
