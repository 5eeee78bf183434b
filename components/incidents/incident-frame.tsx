'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { useSelectedLayoutSegment } from 'next/navigation';
import type { ReactNode } from 'react';
import { Staleness } from '@/components/live/staleness';
import { TabLinks } from '@/components/ui/tab-links';
import type { IncidentView } from '@/lib/incidents/queries/views';
import { to } from '@/lib/platform/rules/to';
import { ClockBand } from './clock-band';
import { DialogProvider } from './dialog-context';
import { IncidentActions } from './incident-actions';
import { IncidentProvider, type IncidentScene } from './incident-context';
import { IncidentHeader } from './incident-header';
import { incidentQuery } from './queries';
import { StageChevrons } from './stage-chevrons';

interface IncidentFrameProps extends Omit<IncidentScene, 'incident'> {
  initial: IncidentView;
  children: ReactNode;
}

/** What stands above every tab of an incident, kept true by the live hints. */
export function IncidentFrame({ initial, children, ...scene }: IncidentFrameProps) {
  const query = useQuery({ ...incidentQuery(initial.ref), initialData: initial });
  const { data } = query;
  const segment = useSelectedLayoutSegment();
  const tab = (href: Route, label: string, count: number | string | undefined, own: string | null) => ({
    href,
    label,
    count,
    current: segment === own,
  });
  const home = `/incidents/${data.ref}` as const;
  return (
    <IncidentProvider scene={{ ...scene, incident: data }}>
      <DialogProvider>
        {' '}
        <div className="inc-top">
          <IncidentHeader actions={<IncidentActions />} />
          <StageChevrons stages={data.stages} />
          <ClockBand />
          <TabLinks
            label="Incident"
            items={[
              tab(to(home), 'Timeline', data.counts.timeline, null),
              tab(to(`${home}/reports`), 'Reports', data.reports.count, 'reports'),
              tab(
                to(`${home}/investigation`),
                'Investigation',
                data.counts.checks.total > 0
                  ? `${data.counts.checks.checked}/${data.counts.checks.total}`
                  : undefined,
                'investigation',
              ),
              tab(to(`${home}/resources`), 'Resources', data.counts.resources, 'resources'),
              tab(to(`${home}/recovery`), 'Recovery', undefined, 'recovery'),
            ]}
          />
        </div>
        <Staleness query={query} />
        {children}
      </DialogProvider>
    </IncidentProvider>
  );
}
