import { probeLatency, probeTcp, probeTls } from '@/lib/probes/kinds/connection';
import { probeDns } from '@/lib/probes/kinds/dns';
import { probeHttp, probeLag } from '@/lib/probes/kinds/http';
import type { ProbeOptions } from '@/lib/probes/kinds/probe-options';
import { cancelled } from '@/lib/probes/rules/outcome';
import type { NetworkProbe, ProbeOutcome } from '@/lib/probes/rules/probe';

async function probeOnce(probe: NetworkProbe, options: ProbeOptions): Promise<ProbeOutcome> {
  switch (probe.kind) {
    case 'DNS':
      return await probeDns(probe, options);
    case 'TCP':
      return await probeTcp(probe, options);
    case 'TLS':
      return await probeTls(probe, options);
    case 'HTTP':
      return await probeHttp(probe, options);
    case 'LATENCY':
      return await probeLatency(probe, options);
    case 'REPLICATION_LAG':
      return await probeLag(probe, options);
  }
}

/**
 * Looks at a target once, within `timeoutMs` of the probe. What the target does is an outcome, never an exception; a
 * raised signal gives UNCLEAR at once.
 */
export async function runProbe(probe: NetworkProbe, options: ProbeOptions): Promise<ProbeOutcome> {
  const began = performance.now();
  try {
    return await probeOnce(probe, options);
  } catch (error) {
    if (options.signal?.aborted) return cancelled({ totalMs: performance.now() - began });
    throw error;
  }
}
