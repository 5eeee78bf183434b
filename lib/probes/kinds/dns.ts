import { isIP } from 'node:net';
import { latency } from '@/lib/platform/rules/duration';
import { shortened } from '@/lib/platform/rules/graphemes';
import { isolated } from '@/lib/platform/rules/isolate';
import { type Deadline, startDeadline, unlessAborted } from '@/lib/probes/outgoing/deadline';
import { lookupBySystem } from '@/lib/probes/outgoing/resolve-target';
import { content, faulty } from '@/lib/probes/rules/outcome';
import type { NetworkProbe, ProbeFault, ProbeOutcome } from '@/lib/probes/rules/probe';
import { readHost } from '@/lib/probes/rules/url';
import { askNameServers } from './ask-name-servers';
import type { ProbeOptions } from './probe-options';

type DnsProbe = Extract<NetworkProbe, { kind: 'DNS' }>;

interface Found {
  addresses: string[];
  code: string | null;
  source: 'name server' | 'this machine';
}

/** Asks for a name and calls nobody, so that private addresses may be among the answers. */
export async function probeDns(
  probe: DnsProbe,
  { signal, nameServers }: ProbeOptions,
): Promise<ProbeOutcome> {
  const host = readHost(probe.host);
  if (!host || isIP(host)) {
    const sentence = `“${isolated(shortened(probe.host, 80))}” is not a name that could be resolved.`;
    return faulty('FORBIDDEN', sentence, { totalMs: 0 });
  }
  const deadline = startDeadline(probe.timeoutMs, signal);
  try {
    const found = await findAddresses(host, deadline, nameServers);
    deadline.assertWanted();
    const totalMs = deadline.elapsed();
    return judge(probe, host, found, { dnsMs: totalMs, totalMs }, deadline.isOver());
  } finally {
    deadline.end();
  }
}

async function findAddresses(
  host: string,
  deadline: Deadline,
  servers: string[] | undefined,
): Promise<Found | null> {
  // The name that means this machine is answered by it, not by a name server (RFC 6761).
  if (host !== 'localhost' && !host.endsWith('.localhost')) {
    const answer = await askNameServers(host, { signal: deadline.signal, servers });
    if (answer.addresses.length > 0 || deadline.signal.aborted) return { ...answer, source: 'name server' };
    // A name of the hosts file or of a search domain is unknown to the servers and yet resolves.
    const known = servers ? [] : await ofThisMachine(host, deadline);
    if (known.length === 0) return { ...answer, source: 'name server' };
    return { addresses: known, code: null, source: 'this machine' };
  }
  const addresses = await ofThisMachine(host, deadline);
  return { addresses, code: addresses.length > 0 ? null : 'ENOTFOUND', source: 'this machine' };
}

async function ofThisMachine(host: string, deadline: Deadline): Promise<string[]> {
  return await unlessAborted(lookupBySystem(host), deadline.signal).catch(() => []);
}

const silences: Record<string, string> = {
  ENOTFOUND: 'does not exist',
  ENODATA: 'exists, but has no address',
  ESERVFAIL: 'could not be resolved: the name server itself failed',
  EREFUSED: 'could not be resolved: the name server refuses to answer',
  ECONNREFUSED: 'could not be resolved: no name server listens',
  ETIMEOUT: 'could not be resolved: no name server answered',
};

function judge(
  { expect, timeoutMs }: DnsProbe,
  host: string,
  found: Found | null,
  timings: { dnsMs: number; totalMs: number },
  isOver: boolean,
): ProbeOutcome {
  const { addresses = [], code = null, source = null } = found ?? {};
  const evidence = { addresses: addresses.slice(0, 30), source, ...(code ? { code } : {}) };
  const fail = (fault: ProbeFault, sentence: string): ProbeOutcome =>
    faulty(fault, sentence, timings, evidence);
  if (addresses.length === 0) {
    if (isOver) return fail('TIMEOUT', `The name ${host} was not resolved within ${latency(timeoutMs)}.`);
    const silence = silences[code ?? ''] ?? 'could not be resolved';
    return fail(code === 'ETIMEOUT' ? 'TIMEOUT' : 'NAME', `The name ${host} ${silence}.`);
  }
  const some = `${addresses.slice(0, 3).join(', ')}${addresses.length > 3 ? ` and ${addresses.length - 3} more` : ''}`;
  const missing = expect.filter((address) => !addresses.includes(readHost(address) ?? address));
  const after = `The name ${host} resolved to ${some} after ${latency(timings.totalMs)}`;
  if (missing.length > 0) return fail('CONTENT', `${after}; ${missing.join(', ')} was expected as well.`);
  return content(`${after}.`, timings, evidence);
}
