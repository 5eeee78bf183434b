'use client';

import { useQuery } from '@tanstack/react-query';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import type { RunView } from '@/lib/runs/queries/views';
import { runQuery } from './queries';
import { RunLive } from './run-live';
import { RunResult } from './run-result';
import { kindName } from './run-words';

/** One run on a page of its own: drills belong to no incident. */
export function RunPage({ initial }: { initial: RunView }) {
  const { data: run } = useQuery({ ...runQuery(initial.ref), initialData: initial });
  const { kind, ref, mode, service, incident, demoHistory, finishedAt } = run;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Recovery', href: '/recovery' }, { label: ref }]}
        title={`${kindName[kind]} of ${service.name}${mode === 'DRILL' ? ', a drill' : ''}`}
        badges={
          <>
            {mode === 'LIVE' ? <Badge tone="bad">Live</Badge> : <Badge tone="accent">Drill</Badge>}
            {demoHistory ? <Badge>Demo history</Badge> : null}
            <RunResult row={run} />
          </>
        }
        actions={
          <>
            {incident ? (
              <LinkButton href={`/incidents/${incident.ref}/recovery`} icon="pulse">
                {incident.ref}
              </LinkButton>
            ) : null}
            {finishedAt ? (
              <LinkButton href={`/recovery/${ref}/record`} icon="doc">
                Evidence record
              </LinkButton>
            ) : null}
          </>
        }
      />
      <RunLive initial={run} />
    </>
  );
}
