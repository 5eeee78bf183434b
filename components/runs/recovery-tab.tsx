'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { composerId } from '@/components/incidents/composer-id';
import { useIncident } from '@/components/incidents/incident-context';
import { Staleness } from '@/components/live/staleness';
import { PromiseRuler } from '@/components/promise/promise-ruler';
import { Card, CardHeader } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { SkeletonRows } from '@/components/ui/skeleton';
import { isOpenIncident } from '@/lib/incidents/lifecycle';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import type { RunListView, RunRow, RunView } from '@/lib/runs/queries/views';
import { openRunStates } from '@/lib/runs/schema';
import { PlanOptions } from './plan-options';
import { recoveryPlanListQuery, runListQuery, runQuery } from './queries';
import { RunLive } from './run-live';
import { RunResult } from './run-result';

interface RecoveryTabProps {
  runs: RunListView;
  /** The newest of them. */
  run: RunView | null;
  /** Of all services; those of the incident's are shown. */
  plans: RecoveryPlanRow[];
}

const isGoingOn = ({ state }: RunRow): boolean => openRunStates.some((open) => open === state);

/** The incident's runs: the one that goes on, or the ways to start one; and those before it. */
export function RecoveryTab({ runs, run, plans }: RecoveryTabProps) {
  const { incident } = useIncident();
  const list = useQuery({ ...runListQuery({ incident: incident.ref }), initialData: runs });
  const known = useQuery({ ...recoveryPlanListQuery(), initialData: plans });
  const [started, setStarted] = useState<string | null>(null);
  const { rows } = list.data;
  const shown = started ?? rows.find(isGoingOn)?.ref ?? rows[0]?.ref ?? null;
  const slugs = incident.services.map(({ slug }) => slug);
  const own = known.data.filter(({ service }) => slugs.includes(service.slug));
  const others = rows.filter(({ ref }) => ref !== shown);
  const over = !isOpenIncident(incident.stage);
  const mayStart = !over && !rows.some(isGoingOn);
  return (
    <div className="run-stack">
      <Staleness query={list} />
      {shown ? (
        <ShownRun key={shown} reference={shown} initial={run?.ref === shown ? run : undefined} />
      ) : over ? (
        <Note>The incident ended without a recovery run.</Note>
      ) : null}
      {mayStart ? <PlanOptions plans={own} incident={incident.ref} onStarted={setStarted} /> : null}
      {others.length > 0 ? <OtherRuns rows={others} /> : null}
    </div>
  );
}

function ShownRun({ reference, initial }: { reference: string; initial: RunView | undefined }) {
  const { data } = useQuery({ ...runQuery(reference), ...(initial ? { initialData: initial } : {}) });
  if (!data) return <SkeletonRows rows={6} label="Reading the run" />;
  return <RunLive initial={data} users={<NextUpdate />} />;
}

function NextUpdate() {
  const { promise, ref } = useIncident().incident;
  if (!promise) return null;
  return (
    <>
      <PromiseRuler madeAt={promise.madeAt} dueAt={promise.dueAt} />
      <Link className="btn mt-3" href={`/incidents/${ref}#${composerId}`} prefetch={false}>
        Write the update
      </Link>
    </>
  );
}

function OtherRuns({ rows }: { rows: RunRow[] }) {
  return (
    <Card as="section" aria-labelledby="run-others">
      <CardHeader id="run-others" level={3} title="Other runs of this incident" />
      <ul className="run-options">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <Link href={`/recovery/${row.ref}`} prefetch={false}>
                {row.ref} {row.plan.name}
              </Link>
            </div>
            <RunResult row={row} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
