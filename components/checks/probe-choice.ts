import type { SummaryError } from '@/components/ui/error-summary';
import { targetOf } from '@/lib/checks/rules/address';
import type { Probe, ProbeInput } from '@/lib/probes/rules/probe';

/** How a check that somebody adds is done; the other kinds come out of the catalogue. */
export type ProbeChoice = 'PERSON' | 'HTTP' | 'TCP' | 'DNS' | 'TLS' | 'LATENCY';

export const probeChoices: { value: ProbeChoice; label: string; address: string | null; hint: string }[] = [
  { value: 'PERSON', label: 'A person does it', address: null, hint: '' },
  { value: 'HTTP', label: 'Standby asks a page', address: 'Page', hint: 'As in https://shop.example/health' },
  { value: 'TCP', label: 'Standby opens a port', address: 'Host and port', hint: 'As in db-1.example:5432' },
  { value: 'DNS', label: 'Standby resolves a name', address: 'Name', hint: 'As in shop.example' },
  {
    value: 'TLS',
    label: 'Standby reads a certificate',
    address: 'Host',
    hint: 'As in shop.example, or with :8443',
  },
  {
    value: 'LATENCY',
    label: 'Standby measures latency and loss',
    address: 'Host and port',
    hint: 'As in shop.example:443',
  },
];

/** The probe that an address makes; a text says what is wrong with it. */
export function probeOf(choice: ProbeChoice, address: string): ProbeInput | null | string {
  if (choice === 'PERSON') return null;
  const target = targetOf(address);
  if (!target) return 'Enter an address like the one below the field.';
  const { host, port } = target;
  if (choice === 'HTTP') {
    const url = target.url ?? `${port === null || port === 443 ? 'https' : 'http'}://${address.trim()}`;
    return { kind: 'HTTP', request: { url } };
  }
  if (choice === 'DNS') return { kind: 'DNS', host };
  if (choice === 'TLS') return { kind: 'TLS', host, port: port ?? 443 };
  if (port === null) return 'Enter a port too, as in db-1.example:5432.';
  return choice === 'TCP' ? { kind: 'TCP', host, port } : { kind: 'LATENCY', host, port };
}

/** What is wrong with an address, at its field. */
export function wrongAddress(choice: ProbeChoice, address: string): SummaryError[] {
  const probe = probeOf(choice, address);
  return typeof probe === 'string' ? [{ field: 'probe', message: probe }] : [];
}

/** The probe of a form in which nothing is wrong with the address. */
export function validProbe(choice: ProbeChoice, address: string): ProbeInput | null {
  const probe = probeOf(choice, address);
  if (typeof probe === 'string') throw new Error(probe);
  return probe;
}

/** The way back, for a form that edits. A probe with more to it than an address is kept as it is. */
export function choiceOf(probe: Probe | null): { choice: ProbeChoice; address: string } | null {
  if (!probe) return { choice: 'PERSON', address: '' };
  switch (probe.kind) {
    case 'HTTP':
      return { choice: 'HTTP', address: probe.request.url };
    case 'DNS':
      return { choice: 'DNS', address: probe.host };
    case 'TCP':
    case 'TLS':
    case 'LATENCY':
      return { choice: probe.kind, address: `${probe.host}:${probe.port}` };
    default:
      return null;
  }
}
