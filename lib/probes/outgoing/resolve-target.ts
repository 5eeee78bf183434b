import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { latency } from '@/lib/platform/rules/duration';
import type { ProbeFault } from '@/lib/probes/rules/probe';
import { type Deadline, unlessAborted } from './deadline';
import type { Guard } from './guard';

/** Asks for all addresses of a name. */
export type NameLookup = (name: string) => Promise<string[]>;

export interface Failed {
  ok: false;
  fault: ProbeFault;
  sentence: string;
}

export interface Resolved {
  ok: true;
  /** Ruled on, in the order to try them. Only these are connected to: the name is not looked up again. */
  addresses: string[];
  dnsMs: number | null;
}

const underWay = new Map<string, Promise<string[]>>();

/** As the machine itself would, hosts file and all. Looks at one name share one look-up, since each holds a thread. */
export const lookupBySystem: NameLookup = async (name) => {
  const known = underWay.get(name);
  if (known) return await known;
  const asked = systemLookup(name, { all: true, order: 'ipv4first' })
    .then((found) => found.map(({ address }) => address))
    .finally(() => underWay.delete(name));
  underWay.set(name, asked);
  return await asked;
};

/** @returns the addresses of a host that the guard lets us connect to on this port */
export async function resolveTarget(
  host: string,
  port: number,
  { guard, deadline, lookup }: { guard: Guard; deadline: Deadline; lookup: NameLookup },
): Promise<Resolved | Failed> {
  if (isIP(host)) return admit(host, [host], port, guard, null);
  const began = performance.now();
  try {
    const found = await unlessAborted(lookup(host), deadline.signal);
    return admit(host, found, port, guard, performance.now() - began);
  } catch (error) {
    deadline.assertWanted();
    return { ok: false, ...nameFault(host, error, deadline, performance.now() - began) };
  }
}

function admit(
  host: string,
  found: string[],
  port: number,
  guard: Guard,
  dnsMs: number | null,
): Resolved | Failed {
  const rulings = found.map((address) => guard.ruleOn(address, port));
  const addresses = rulings.filter((ruling) => ruling.allowed).map(({ address }) => address);
  if (addresses.length > 0) return { ok: true, addresses, dnsMs };
  const refused = rulings.find((ruling) => !ruling.allowed);
  if (!refused || refused.allowed)
    return { ok: false, fault: 'NAME', sentence: `The name ${host} has no address.` };
  const where = isIP(host) ? place(refused.address, port) : `${host} (${place(refused.address, port)})`;
  return { ok: false, fault: 'FORBIDDEN', sentence: `Standby did not call ${where}: ${refused.why}.` };
}

function nameFault(
  host: string,
  error: unknown,
  deadline: Deadline,
  ms: number,
): { fault: ProbeFault; sentence: string } {
  if (deadline.isOver())
    return {
      fault: 'TIMEOUT',
      sentence: `The name ${host} was not resolved within ${latency(deadline.timeoutMs)}.`,
    };
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOTFOUND' || code === 'ENODATA')
    return { fault: 'NAME', sentence: `The name ${host} does not exist: asked after ${latency(ms)}.` };
  return { fault: 'NAME', sentence: `The name ${host} could not be resolved: no name server answered.` };
}

/** `127.0.0.1:4101`, `[::1]:4101`. */
export function place(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
