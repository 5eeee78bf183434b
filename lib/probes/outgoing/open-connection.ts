import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
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
  /** Other addresses of the name that were tried first, and do not accept either when they are given a moment more. */
  silent: () => Promise<string[]>;
  /** All other addresses of the name that may be called. */
  others: string[];
  phases: Phases;
}

/** So long an address has for itself before the next one is tried beside it (RFC 8305). Milliseconds. */
const headStartMs = 250;
/** So long one that was overtaken may still take to accept, without anybody waiting for it but who asks. Milliseconds. */
const patienceMs = 1_000;

/**
 * Connects to a host by an address that the guard ruled on, and to no other. Of several addresses each is tried a
 * moment after the one before it, and the first that accepts is taken.
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
  const began = performance.now();
  const addresses = alternating(resolved.addresses);
  const { won, failed } = await connectToFirst(addresses, port, deadline);
  const phases = { ...dns, connectMs: performance.now() - began };
  if (won) return { ok: true, ...won, others: addresses.filter((one) => one !== won.address), phases };
  const address = addresses.find((one) => failed.has(one));
  const why = address === undefined ? undefined : failed.get(address);
  if (why && address) return { ...why, phases, address };
  return { ok: false, fault: 'NAME', sentence: `The name ${host} has no address.`, phases: dns };
}

/** IPv4 and IPv6 in turns, beginning with the kind of the first, so that a kind without a way costs one moment only. */
function alternating(addresses: readonly string[]): string[] {
  const first = addresses.filter((address) => isIP(address) === isIP(addresses[0] ?? ''));
  const other = addresses.filter((address) => !first.includes(address));
  const turns = addresses.flatMap((_, at) => [first[at], other[at]]);
  return [...new Set(turns.filter((address) => address !== undefined))];
}

interface Race {
  won: Pick<Opened, 'socket' | 'address' | 'silent'> | null;
  failed: Map<string, Failed>;
}

type Tried = Awaited<ReturnType<typeof connectTo>>;

/** Which of these tries come to nothing. Their sockets are closed, whatever becomes of them. */
async function silentOf(tries: ReadonlyMap<string, Promise<Tried | null>>): Promise<string[]> {
  const ends = [...tries].map(async ([address, trying]) => {
    const tried = await trying;
    return tried?.ok ? [] : [address];
  });
  return (await Promise.all(ends)).flat();
}

/** Happy eyeballs: the next address is tried when the one before failed, or has not accepted within its head start. */
async function connectToFirst(addresses: readonly string[], port: number, deadline: Deadline): Promise<Race> {
  const failed: Race['failed'] = new Map();
  const tries = new Map<string, Promise<Tried | null>>();
  const lost = new AbortController();
  const signal = AbortSignal.any([deadline.signal, lost.signal]);
  let timer: NodeJS.Timeout | undefined;
  let isWon = false;
  try {
    return await new Promise<Race>((resolve, reject) => {
      const next = (): void => {
        clearTimeout(timer);
        const address = addresses[tries.size];
        if (address === undefined || isWon || (tries.size > 0 && signal.aborted)) return;
        timer = setTimeout(next, headStartMs);
        const trying = connectTo(address, port, deadline, signal);
        tries.set(
          address,
          trying.catch(() => null),
        );
        trying.then((tried) => {
          if (tried.ok && isWon) tried.socket.destroy();
          else if (tried.ok) {
            isWon = true;
            tries.delete(address);
            const overtaken = silentOf(tries);
            resolve({ won: { socket: tried.socket, address, silent: () => overtaken }, failed });
          } else {
            failed.set(address, tried);
            if (failed.size === addresses.length || deadline.signal.aborted) resolve({ won: null, failed });
            else next();
          }
        }, reject);
      };
      next();
      if (tries.size === 0) resolve({ won: null, failed });
    });
  } finally {
    clearTimeout(timer);
    setTimeout(() => lost.abort(), isWon ? patienceMs : 0).unref();
  }
}

async function connectTo(
  address: string,
  port: number,
  deadline: Deadline,
  signal: AbortSignal,
): Promise<{ ok: true; socket: Socket } | Failed> {
  const began = performance.now();
  const socket = connect({ host: address, port, noDelay: true });
  // An error between two listeners would otherwise end the process.
  socket.on('error', () => {});
  try {
    await once(socket, 'connect', { signal });
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
