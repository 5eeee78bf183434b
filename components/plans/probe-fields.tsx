'use client';

import { SelectField } from '@/components/ui/text-field';
import type { PlanChoices } from '@/lib/plans/queries/views';
import { fenceProbeKinds } from '@/lib/plans/rules/fence-probe';
import { ListOf, NumberOf, SelectOf, TextOf, useBound } from './bound-fields';
import { newProbe } from './draft-edits';
import { PairRows, parseValue } from './pair-rows';
import { type FieldRecord, type FieldValue, valueAt } from './value-path';

const kinds = [
  { value: 'HTTP', label: 'Page answers (HTTP)' },
  { value: 'REPLICATION_LAG', label: 'Replication lag' },
  { value: 'TCP', label: 'Port answers (TCP)' },
  { value: 'DNS', label: 'Name resolves (DNS)' },
  { value: 'TLS', label: 'Certificate (TLS)' },
  { value: 'LATENCY', label: 'Latency and loss' },
  { value: 'BACKUP_AGE', label: 'Age of the newest backup' },
];

const methods = ['GET', 'HEAD', 'POST'].map((value) => ({ value, label: value }));

/** What a check or a precheck looks at, by the kind of probe. */
export function ProbeFields({
  choices,
  label = 'Probe',
  none,
  fences = false,
}: {
  choices: PlanChoices;
  label?: string;
  /** What it is called when nothing is probed; without it something has to be. */
  none?: string;
  /** Of a fence, which only some of them tell of. */
  fences?: boolean;
}) {
  const { id, value, set } = useBound();
  const kind = String(valueAt(value, 'probe.kind') ?? '');
  const known = kinds.some((one) => one.value === kind);
  const offered = kinds.filter(({ value: one }) => !fences || one === kind || fenceProbeKinds.has(one));
  return (
    <>
      <SelectField
        label={label}
        name={`${id}.probe.kind`}
        value={known ? kind : ''}
        fieldClassName="plans-half"
        onChange={(event) => set('probe', event.target.value ? newProbe(event.target.value) : null)}
      >
        {known && !none ? null : <option value="">{none ?? 'Choose what is looked at'}</option>}
        {offered.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </SelectField>
      <KindFields kind={kind} choices={choices} />
      {kind && kind !== 'BACKUP_AGE' ? (
        <NumberOf path="probe.timeoutMs" label="Each try at most, ms" />
      ) : null}
    </>
  );
}

function KindFields({ kind, choices }: { kind: string; choices: PlanChoices }) {
  switch (kind) {
    case 'HTTP':
      return <HttpFields />;
    case 'REPLICATION_LAG':
      return (
        <>
          <Address />
          <TextOf
            path="probe.path"
            label="Value in the answer"
            hint="like lagSeconds"
            className="plans-half"
            mono
          />
          <NumberOf path="probe.maxSeconds" label="At most, seconds" />
        </>
      );
    case 'BACKUP_AGE':
      return (
        <SelectOf
          path="probe.datasetId"
          label="Dataset"
          none="Choose a dataset"
          options={choices.datasets.map(({ id, name }) => ({ value: id, label: name }))}
          className="plans-half"
        />
      );
    case 'DNS':
      return (
        <>
          <Host />
          <ListOf path="probe.expect" label="Addresses among the answers" optional className="plans-half" />
        </>
      );
    case 'TCP':
      return <HostAndPort />;
    case 'TLS':
      return (
        <>
          <HostAndPort />
          <NumberOf path="probe.minDays" label="Still valid, days" />
        </>
      );
    case 'LATENCY':
      return (
        <>
          <HostAndPort />
          <NumberOf path="probe.tries" label="Connections" />
          <NumberOf path="probe.maxMs" label="At most, ms" />
          <NumberOf path="probe.maxLoss" label="Share that may fail, 0 to 1" />
        </>
      );
    default:
      return null;
  }
}

function Address() {
  return (
    <TextOf path="probe.request.url" label="Address" list="plan-addresses" mono className="plans-whole" />
  );
}

function Host() {
  return <TextOf path="probe.host" label="Host" mono className="plans-half" />;
}

function HostAndPort() {
  return (
    <>
      <Host />
      <NumberOf path="probe.port" label="Port" />
    </>
  );
}

function HttpFields() {
  return (
    <>
      <Address />
      <SelectOf path="probe.request.method" label="Method" options={methods} />
      <ListOf path="probe.expect.status" label="Status" hint="empty: 200 to 299" numbers />
      <TextOf path="probe.expect.text" label="Answer contains" optional className="plans-half" />
      <NumberOf path="probe.expect.maxMs" label="Within, ms" optional />
      <JsonValues />
    </>
  );
}

/** “status is ok”: values that the JSON of the answer has to hold. */
function JsonValues() {
  const { value, set } = useBound();
  const held = valueAt(value, 'probe.expect.json');
  const rows = Array.isArray(held) ? (held as FieldRecord[]) : [];
  const words = (one: FieldValue | undefined) => (typeof one === 'string' ? one : JSON.stringify(one ?? ''));
  return (
    <PairRows
      legend="Values in the JSON of the answer"
      keyLabel="Path"
      valueLabel="Equals"
      addLabel="Add a value"
      initial={rows.map((row) => ({ key: String(row.path ?? ''), value: words(row.equals) }))}
      onChange={(pairs) =>
        set(
          'probe.expect.json',
          pairs.map((pair) => ({ path: pair.key, equals: parseValue(pair.value) })),
        )
      }
    />
  );
}
