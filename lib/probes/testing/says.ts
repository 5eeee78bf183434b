import type { ProbeOptions } from '@/lib/probes/kinds/probe-options';
import { outgoingGuard } from '@/lib/probes/outgoing/guard';
import { type NetworkProbe, type ProbeInput, type ProbeOutcome, probeSchema } from '@/lib/probes/rules/probe';
import { runProbe } from '@/lib/probes/run-probe';

const guard = outgoingGuard(['127.0.0.0/8']);

/** A look at what listens on this machine. */
export async function runTest(probe: ProbeInput, options: Partial<ProbeOptions> = {}): Promise<ProbeOutcome> {
  return await runProbe(probeSchema.parse(probe) as NetworkProbe, { guard, ...options });
}

/** Outcome, fault and sentence in one, without how long it took, which differs from run to run. */
export async function says(probe: ProbeInput, options: Partial<ProbeOptions> = {}): Promise<string> {
  const { outcome, fault, sentence } = await runTest(probe, options);
  const timeless = sentence
    .replace(/after \d+(\.\d+)? m?s/g, 'after a while')
    .replace(/takes \d+(\.\d+)? m?s/, 'takes a while');
  return `${outcome}${fault ? ` ${fault}` : ''}: ${timeless}`;
}
