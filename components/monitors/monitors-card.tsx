'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { showToast } from '@/components/ui/show-toast';
import type { MonitorView, ServiceMonitors } from '@/lib/monitors/queries/views';
import { archiveMonitor, pauseMonitor, serviceMonitorsQuery } from './api';
import { MonitorDialog } from './monitor-dialog';
import { MonitorRow } from './monitor-row';

interface MonitorsCardProps {
  slug: string;
  initial: ServiceMonitors;
  canEdit: boolean;
}

/** What Standby itself sees of a service, look by look. */
export function MonitorsCard({ slug, initial, canEdit }: MonitorsCardProps) {
  const client = useQueryClient();
  const { data } = useQuery({ ...serviceMonitorsQuery(slug), initialData: initial });
  const [editing, setEditing] = useState<MonitorView | 'new' | null>(null);
  const [leaving, setLeaving] = useState<MonitorView | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ['monitor'] });
  const pause = (monitor: MonitorView, paused: boolean): void => {
    pauseMonitor(monitor, paused)
      .then(() => showToast({ title: paused ? 'Monitor paused' : 'Monitor goes on' }))
      .catch((error: unknown) => showToast({ title: errorsOf(error).summary[0]?.message ?? 'Try again.' }))
      .finally(() => void refresh());
  };
  const actsOf = (monitor: MonitorView) => ({
    edit: () => setEditing(monitor),
    pause: (paused: boolean) => pause(monitor, paused),
    archive: () => setLeaving(monitor),
  });
  return (
    <Card>
      <CardHeader
        title="Monitors"
        meta="from Standby, the last 30 looks"
        actions={
          canEdit ? (
            <Button size="sm" icon="plus" onClick={() => setEditing('new')}>
              Add a monitor
            </Button>
          ) : null
        }
      />
      {data.monitors.length === 0 ? (
        <p className="pad muted">Nobody looks at this service on an interval yet.</p>
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
          monitor={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => (open ? undefined : setLeaving(null))}
        title={`Archive “${leaving?.name ?? ''}”?`}
        confirmLabel="Archive the monitor"
        cancelLabel="Keep it"
        tone="danger"
        onConfirm={async () => {
          if (leaving) await archiveMonitor(leaving);
          await refresh();
        }}
      >
        It looks no more, and can not be brought back. What it saw stays in the books.
      </ConfirmDialog>
    </Card>
  );
}
