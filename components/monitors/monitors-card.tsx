'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useMemberActs } from '@/components/console/member-acts';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { MonitorView, ServiceMonitors } from '@/lib/monitors/queries/views';
import { MonitorDialog } from './monitor-dialog';
import { MonitorRow } from './monitor-row';
import { monitorListQuery } from './queries';

interface MonitorsCardProps {
  slug: string;
  initial: ServiceMonitors;
}

/** What Standby itself sees of a service, probe by probe. */
export function MonitorsCard({ slug, initial }: MonitorsCardProps) {
  const canEdit = useMemberActs().includes('monitor.edit');
  const { data } = useQuery({ ...monitorListQuery(slug), initialData: initial });
  const [editing, setEditing] = useState<MonitorView | 'new' | null>(null);
  const [leaving, setLeaving] = useState<MonitorView | null>(null);
  const touches = ['monitor'] as const;
  const pause = useAct({
    touches,
    call: ({ monitor, paused }: { monitor: MonitorView; paused: boolean }, { key }) =>
      api(
        'POST /monitors/:monitorId/pause',
        { monitorId: monitor.id, version: monitor.version, paused },
        { key },
      ),
    done: (_, { paused }) => (paused ? 'Monitor paused' : 'Monitor goes on'),
    refusal: 'toast',
  });
  const archive = useAct({
    touches,
    call: ({ id, version }: MonitorView, { key }) =>
      api('POST /monitors/:monitorId/archive', { monitorId: id, version }, { key }),
    onDone: () => setLeaving(null),
  });
  const actsOf = (monitor: MonitorView) => ({
    edit: () => setEditing(monitor),
    pause: (paused: boolean) => void pause.run({ monitor, paused }),
    archive: () => setLeaving(monitor),
  });
  return (
    <Card>
      <CardHeader
        title="Monitors"
        meta="from Standby, the last 30 probes"
        actions={
          canEdit ? (
            <Button size="sm" icon="plus" onClick={() => setEditing('new')}>
              Add a monitor
            </Button>
          ) : null
        }
      />
      {data.monitors.length === 0 ? (
        <p className="pad muted">No monitor probes this service yet.</p>
      ) : (
        <ul>
          {data.monitors.map((monitor) => (
            <MonitorRow key={monitor.id} monitor={monitor} acts={canEdit ? actsOf(monitor) : null} />
          ))}
        </ul>
      )}
      {editing ? (
        <MonitorDialog
          slug={slug}
          monitor={editing === 'new' ? null : (data.monitors.find(({ id }) => id === editing.id) ?? editing)}
          onClose={() => setEditing(null)}
        />
      ) : null}
      {leaving ? (
        <ConfirmDialog
          title={`Archive “${leaving.name}”?`}
          confirmLabel="Archive the monitor"
          cancelLabel="Keep it"
          act={archive}
          onConfirm={() => void archive.run(leaving)}
          onClose={() => setLeaving(null)}
        >
          It probes no more, and cannot be brought back. Its results stay.
        </ConfirmDialog>
      ) : null}
    </Card>
  );
}
