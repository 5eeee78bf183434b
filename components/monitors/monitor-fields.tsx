import type { FieldOf } from '@/components/ui/act-state';
import { TextField } from '@/components/ui/text-field';
import type { NetworkProbe } from '@/lib/probes/rules/probe';
import { jsonRule, type MonitorKind } from './monitor-values';

type ProbeOf<K extends MonitorKind> = Extract<NetworkProbe, { kind: K }>;

interface FieldsProps {
  kind: MonitorKind;
  probe: NetworkProbe | null;
  field: FieldOf;
}

/** What a monitor of this kind has to know of its target. */
export function ProbeFields({ kind, probe, field }: FieldsProps) {
  const same = probe?.kind === kind ? probe : null;
  switch (kind) {
    case 'HTTP':
      return <HttpFields probe={same as ProbeOf<'HTTP'> | null} field={field} />;
    case 'REPLICATION_LAG':
      return <LagFields probe={same as ProbeOf<'REPLICATION_LAG'> | null} field={field} />;
    case 'DNS':
      return <DnsFields probe={same as ProbeOf<'DNS'> | null} field={field} />;
    default:
      return (
        <PortFields kind={kind} probe={same as ProbeOf<'TCP' | 'TLS' | 'LATENCY'> | null} field={field} />
      );
  }
}

interface Part<P> {
  probe: P | null;
  field: FieldOf;
}

function AddressField({ url, field }: { url: string; field: FieldOf }) {
  return (
    <TextField
      label="Address"
      {...field('probe.request.url')}
      hint="As in https://shop.example.org/health"
      defaultValue={url}
      inputMode="url"
    />
  );
}

function HttpFields({ probe, field }: Part<ProbeOf<'HTTP'>>) {
  const rule = jsonRule(probe);
  return (
    <>
      <AddressField url={probe?.request.url ?? ''} field={field} />
      <div className="grid gap-4 sm:grid-cols-2 items-end">
        <TextField
          label="Status"
          optional
          hint="200 to 299 when empty"
          defaultValue={probe?.expect.status.join(', ')}
          {...field('probe.expect.status')}
        />
        <TextField
          label="Slower is a fault, ms"
          optional
          type="number"
          min={1}
          defaultValue={probe?.expect.maxMs ?? ''}
          {...field('probe.expect.maxMs')}
        />
        <TextField
          label="Value in the JSON"
          optional
          hint="As in status or items[0].price"
          defaultValue={rule.path}
          {...field('probe.expect.json.0.path')}
        />
        <TextField
          label="… is"
          optional
          hint="As in ok or 1250"
          defaultValue={rule.equals}
          {...field('probe.expect.json.0.equals')}
        />
      </div>
      <TextField
        label="Text in the answer"
        optional
        defaultValue={probe?.expect.text ?? ''}
        {...field('probe.expect.text')}
      />
    </>
  );
}

function LagFields({ probe, field }: Part<ProbeOf<'REPLICATION_LAG'>>) {
  return (
    <>
      <AddressField url={probe?.request.url ?? ''} field={field} />
      <div className="grid gap-4 sm:grid-cols-2 items-end">
        <TextField
          label="Seconds in the JSON"
          hint="As in lagSeconds"
          defaultValue={probe?.path}
          {...field('probe.path')}
        />
        <TextField
          label="At most, seconds"
          type="number"
          min={0}
          step="any"
          defaultValue={probe?.maxSeconds ?? 30}
          {...field('probe.maxSeconds')}
        />
      </div>
    </>
  );
}

function DnsFields({ probe, field }: Part<ProbeOf<'DNS'>>) {
  return (
    <>
      <TextField
        label="Name"
        {...field('probe.host')}
        hint="As in shop.example.org"
        defaultValue={probe?.host}
      />
      <TextField
        label="Addresses it has to mean"
        {...field('probe.expect')}
        optional
        hint="Any address will do when empty"
        defaultValue={probe?.expect.join(', ')}
      />
    </>
  );
}

function PortFields({
  kind,
  probe,
  field,
}: Part<ProbeOf<'TCP' | 'TLS' | 'LATENCY'>> & { kind: 'TCP' | 'TLS' | 'LATENCY' }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 items-end">
      <TextField
        label="Host"
        hint="A name or an address"
        defaultValue={probe?.host}
        {...field('probe.host')}
      />
      <TextField
        label="Port"
        type="number"
        min={1}
        max={65_535}
        defaultValue={probe?.port ?? (kind === 'TLS' ? 443 : '')}
        {...field('probe.port')}
      />
      {kind === 'TLS' ? (
        <TextField
          label="Days it has to be valid still"
          type="number"
          min={0}
          defaultValue={probe?.kind === 'TLS' ? probe.minDays : 14}
          {...field('probe.minDays')}
        />
      ) : null}
      {kind === 'LATENCY' ? (
        <TextField
          label="Slower is a fault, ms"
          type="number"
          min={1}
          defaultValue={probe?.kind === 'LATENCY' ? probe.maxMs : 500}
          {...field('probe.maxMs')}
        />
      ) : null}
    </div>
  );
}
