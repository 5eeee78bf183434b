'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useIncident } from '@/components/incidents/incident-context';
import { Staleness } from '@/components/live/staleness';
import { Button } from '@/components/ui/button';
import { useCommands } from '@/components/ui/command-store';
import { EmptyState } from '@/components/ui/empty-state';
import { Note } from '@/components/ui/note';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { IncidentChecksView } from '@/lib/checks/queries/views';
import { AreaColumn } from './area-column';
import { FindingsCard } from './findings-card';
import { PointsCard } from './points-card';
import { ProbeTable } from './probe-table';
import { checklistQuery } from './queries';

/** Where the fault points, what the probes saw, and the three checklists. */
export function InvestigationTab({ initial }: { initial: IncidentChecksView }) {
  const { incident } = useIncident();
  const query = useQuery({ ...checklistQuery(incident.ref), initialData: initial });
  const view = query.data;
  const may = view.acts.includes('check.record');
  const runAll = useAct({
    touches: ['incident'],
    call: (_, { key }) => api('POST /incidents/:ref/checks/run', { ref: incident.ref }, { key }),
  });
  const automated = view.areas.some(({ checks }) => checks.some((check) => check.probeKind !== null));
  const start = (): void => void runAll.run();
  const verbs = may && automated ? [{ key: 'r', does: 'Run all automated checks', run: start }] : [];
  useShortcuts('Investigation', verbs);
  useCommands(
    'Investigation',
    verbs.map((verb) => ({
      id: 'run-checks',
      label: verb.does,
      icon: 'play',
      shortcut: verb.key,
      onSelect: verb.run,
    })),
  );
  if (view.total === 0) return <EmptyChecks may={may} />;
  return (
    <div className="chk-tab">
      <Staleness query={query} />
      {runAll.errors[0] ? (
        <Note tone="bad" role="alert" className="mb-4">
          {runAll.errors[0].message}
        </Note>
      ) : null}
      <PointsCard view={view} may={may} />
      {automated ? (
        <ProbeTable
          probes={view.probes}
          busy={view.busy}
          onRunAll={may ? start : null}
          pending={runAll.pending}
        />
      ) : null}
      <div className="mt-5 grid grid-cols-3 items-start gap-5 max-[1001px]:grid-cols-1">
        {view.areas.map((area) => (
          <AreaColumn key={area.area} area={area} services={view.services} may={may} />
        ))}
      </div>
      <FindingsCard findings={view.findings} may={may} />
    </div>
  );
}

function EmptyChecks({ may }: { may: boolean }) {
  const { incident } = useIncident();
  const { ref } = incident;
  const begin = incident.stage === 'TRIAGED' && incident.acts.includes('incident.advance');
  const act = useAct({
    touches: ['incident'],
    version: incident.version,
    call: (_, { version, key }): Promise<unknown> =>
      begin
        ? api('POST /incidents/:ref/advance', { ref, to: 'INVESTIGATING', version }, { key })
        : api('POST /incidents/:ref/checks/create-checklist', { ref }, { key }),
  });
  return (
    <EmptyState
      icon="list"
      title="No checks yet"
      action={
        may ? (
          <Button variant="primary" icon="play" pending={act.pending} onClick={() => void act.run()}>
            {begin ? 'Start investigating' : 'Create the checklist'}
          </Button>
        ) : null
      }
    >
      The checklist of the services on this incident is created when the investigation begins, and what
      Standby can look at by itself is looked at at once.
      {act.errors[0] ? <span role="alert"> {act.errors[0].message}</span> : null}
    </EmptyState>
  );
}
