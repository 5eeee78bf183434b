import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { latency } from '@/lib/platform/rules/duration';
import type { ProbeFault, Timings } from '@/lib/probes/rules/probe';
import type { Deadline } from './deadline';
import type { Guard } from './guard';
import { type Failed, lookupBySystem, type NameLookup, place, resolveTarget } from './resolve-target';

export interface Way {
  guard: Guard;
  deadline: Deadline;
  lookup?: NameLookup | undefined;
}

export type Phases = Omit<Timings, 'totalMs'>;

export interface Opened {
  ok: true;
  socket: Socket;
  address: string;
  phases: Phases;
}

/**
 * Connects to a host by an address that the guard ruled on, and to no other. Of several addresses the first that
 * accepts is taken.
 * @throws only the caller's reason, when the caller cancelled
 */
export async function openConnection(
  host: string,
  port: number,
  { guard, deadline, lookup = lookupBySystem }: Way,
): Promise<Opened | (Failed & { phases: Phases; address?: string })> {
  const resolved = await resolveTarget(host, port, { guard, deadline, lookup });
  if (!resolved.ok) return { ...resolved, phases: {} };
  const dns = resolved.dnsMs === null ? {} : { dnsMs: resolved.dnsMs };
  let failed: (Failed & { phases: Phases; address?: string }) | null = null;
  for (const address of resolved.addresses) {
    const began = performance.now();
    const tried = await connectTo(address, port, deadline);
    const phases = { ...dns, connectMs: performance.now() - began };
    if (tried.ok) return { ok: true, socket: tried.socket, address, phases };
    failed ??= { ...tried, phases, address };
    if (deadline.signal.aborted) break;
  }
  return failed ?? { ok: false, fault: 'NAME', sentence: `The name ${host} has no address.`, phases: dns };
}

async function connectTo(
  address: string,
  port: number,
  deadline: Deadline,
): Promise<{ ok: true; socket: Socket } | Failed> {
  const began = performance.now();
  const socket = connect({ host: address, port, noDelay: true });
  // An error between two listeners would otherwise end the process.
  socket.on('error', () => {});
  try {
    await once(socket, 'connect', { signal: deadline.signal });
    return { ok: true, socket };
  } catch (error) {
    socket.destroy();
    deadline.assertWanted();
    return connectFault(place(address, port), error, deadline, performance.now() - began);
  }
}

const unreachable = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EHOSTDOWN', 'ENETDOWN']);

function connectFault(where: string, error: unknown, deadline: Deadline, ms: number): Failed {
  const fail = (fault: ProbeFault, sentence: string): Failed => ({ ok: false, fault, sentence });
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (deadline.isOver())
    return fail('TIMEOUT', `${where} accepted no connection within ${latency(deadline.timeoutMs)}.`);
  if (code === 'ECONNREFUSED')
    return fail('REFUSED', `Nothing listens on ${where}: the connection was refused after ${latency(ms)}.`);
  if (code === 'ETIMEDOUT') return fail('TIMEOUT', `${where} accepted no connection within ${latency(ms)}.`);
  if (unreachable.has(code)) return fail('UNREACHABLE', `The network knows no way to ${where}.`);
  if (code === 'EACCES' || code === 'EPERM')
    return fail('UNREACHABLE', `A firewall on Standby’s own machine keeps it from ${where}.`);
  return fail('CLOSED', `${where} closed the connection after ${latency(ms)}, before anything was said.`);
}
