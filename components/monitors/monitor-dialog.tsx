'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useFormSave } from '@/components/members/use-form-save';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { MonitorView } from '@/lib/monitors/queries/views';
import { probeKindLabel } from '@/lib/probes/schema';
import { saveMonitor } from './api';
import { type ErrorOf, ProbeFields } from './monitor-fields';
import { fieldsOf, type MonitorKind } from './monitor-values';

const kinds: MonitorKind[] = ['HTTP', 'TCP', 'TLS', 'DNS', 'LATENCY', 'REPLICATION_LAG'];

interface MonitorDialogProps {
  slug: string;
  /** Null for a new one. */
  monitor: MonitorView | null;
  onClose: () => void;
}

export function MonitorDialog({ slug, monitor, onClose }: MonitorDialogProps) {
  const client = useQueryClient();
  const form = useId();
  const probe = monitor?.probe ?? null;
  const [kind, setKind] = useState<MonitorKind>(probe?.kind ?? 'HTTP');
  const { onSubmit, pending, summary, errorOf } = useFormSave(async (data) => {
    await saveMonitor(slug, monitor, fieldsOf(kind, data, probe));
    await client.invalidateQueries({ queryKey: ['monitor'] });
    showToast({ title: monitor ? 'Monitor saved' : 'Monitor added. It looks at once.' });
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="md"
      title={monitor ? 'Edit the monitor' : 'Add a monitor'}
      description="Standby looks on an interval. What fails in a row is told, and filed as a report."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {monitor ? 'Save the monitor' : 'Add the monitor'}
          </Button>
        </>
      }
    >
      <form id={form} className="stack mt-4" onSubmit={onSubmit} noValidate>
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <TextField
          label="Name"
          name="name"
          defaultValue={monitor?.name}
          maxLength={120}
          {...errorOf('name')}
        />
        <SelectField
          label="What it looks at"
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.target.value as MonitorKind)}
          options={kinds.map((value) => ({ value, label: probeKindLabel[value] }))}
        />
        <ProbeFields key={kind} kind={kind} probe={probe} errorOf={errorOf} />
        <RhythmFields monitor={monitor} errorOf={errorOf} />
      </form>
    </Dialog>
  );
}

function RhythmFields({ monitor, errorOf }: { monitor: MonitorView | null; errorOf: ErrorOf }) {
  const number = (name: string, value: number) => ({
    type: 'number',
    name,
    min: 1,
    step: 'any',
    defaultValue: value,
    ...errorOf(name),
  });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2 items-end">
        <TextField label="Every, seconds" {...number('intervalSeconds', monitor?.intervalSeconds ?? 30)} />
        <TextField
          label="Waits at most, seconds"
          {...number('probe.timeoutMs', (monitor?.probe.timeoutMs ?? 10_000) / 1_000)}
        />
        <TextField
          label="Counts after so many in a row"
          {...number('confirmations', monitor?.confirmations ?? 2)}
        />
      </div>
      <Choice
        type="checkbox"
        name="raisesReports"
        defaultChecked={monitor?.raisesReports ?? true}
        label="File a report when it goes down"
        description="It waits in triage beside those of users, once for each outage."
      />
    </>
  );
}
