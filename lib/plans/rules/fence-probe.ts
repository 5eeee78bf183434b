import type { Probe } from '@/lib/probes/rules/probe';

/** Probes that nothing but a machine can answer. A name that leads to it and our own books say nothing of it. */
export const fenceProbeKinds: ReadonlySet<unknown> = new Set<Probe['kind']>([
  'HTTP',
  'TCP',
  'TLS',
  'LATENCY',
]);
