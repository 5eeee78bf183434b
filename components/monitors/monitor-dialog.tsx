'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { type Entered, entered } from '@/components/api/entered';
import { useAct } from '@/components/api/use-act';
import type { FieldOf } from '@/components/ui/act-state';
import { Choice } from '@/components/ui/choice';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { MonitorView } from '@/lib/monitors/queries/views';
import type { MonitorFields } from '@/lib/monitors/schema';
import { probeKindLabel } from '@/lib/probes/schema';
import { ProbeFields } from './monitor-fields';
import { fieldsOf, type MonitorKind } from './monitor-values';

const kinds: MonitorKind[] = ['HTTP', 'TCP', 'TLS', 'DNS', 'LATENCY', 'REPLICATION_LAG'];

interface MonitorDialogProps {
  slug: string;
  /** Null for a new one. */
  monitor: MonitorView | null;
  onClose: () => void;
}

export function MonitorDialog({ slug, monitor, onClose }: MonitorDialogProps) {
  const probe = monitor?.probe ?? null;
  const [kind, setKind] = useState<MonitorKind>(probe?.kind ?? 'HTTP');
  const act = useAct({
    touches: ['monitor'],
    version: monitor?.version,
    form: 'opened',
    call: ({ said, changed }: Entered<MonitorFields>, { version, key }) =>
      monitor
        ? api('PATCH /monitors/:monitorId', { monitorId: monitor.id, version, ...changed }, { key })
        : api('POST /services/:service/monitors', { service: slug, ...said }, { key }),
    done: monitor ? 'Monitor saved' : 'Monitor added. It probes at once.',
    onDone: onClose,
  });
  const read = (form: FormData) => fieldsOf(form.get('kind') as MonitorKind, form, probe);
  return (
    <FormDialog
      title={monitor ? 'Edit the monitor' : 'Add a monitor'}
      description="Standby probes on an interval. What fails in a row is filed as a report."
      submit={monitor ? 'Save the monitor' : 'Add the monitor'}
      act={act}
      onSubmit={(form, opened) => act.run(entered(read, form, opened))}
      onClose={onClose}
    >
      <TextField label="Name" {...act.field('name')} defaultValue={monitor?.name} maxLength={120} />
      <SelectField
        label="What it probes"
        name="kind"
        value={kind}
        onChange={(event) => setKind(event.target.value as MonitorKind)}
        options={kinds.map((value) => ({ value, label: probeKindLabel[value] }))}
      />
      <ProbeFields key={kind} kind={kind} probe={probe} field={act.field} />
      <RhythmFields monitor={monitor} field={act.field} />
    </FormDialog>
  );
}

function RhythmFields({ monitor, field }: { monitor: MonitorView | null; field: FieldOf }) {
  const number = (name: string, value: number) => ({
    ...field(name),
    type: 'number',
    min: 1,
    step: 'any',
    defaultValue: value,
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
