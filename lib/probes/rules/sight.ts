import type { NetworkProbe, ProbeFault } from '@/lib/probes/rules/probe';
import { readHost } from '@/lib/probes/rules/url';

/** Nothing came back: it may be the target, the network between, or Standby's own line. All others are answers. */
const unanswered: ReadonlySet<ProbeFault> = new Set([
  'NAME',
  'REFUSED',
  'UNREACHABLE',
  'TIMEOUT',
  'CLOSED',
  'LOSS',
]);

export function isUnanswered(fault: ProbeFault | null): boolean {
  return fault !== null && unanswered.has(fault);
}

const ownMachine = /^(localhost|.*\.localhost|127\..*|::1)$/;

export interface Target {
  name: string;
  /** On Standby's own machine, where no line is needed to look. */
  own: boolean;
}

/**
 * What a probe depends on: probes of one machine say one thing together. On our own machine each port is a target by
 * itself, since tunnels and proxies to others stand there.
 */
export function targetOf(probe: NetworkProbe): Target {
  const url = 'request' in probe && URL.canParse(probe.request.url) ? new URL(probe.request.url) : null;
  const host = readHost(url ? url.hostname : 'host' in probe ? probe.host : '') ?? '';
  const own = ownMachine.test(host);
  const port = url ? url.port || url.protocol : 'port' in probe ? String(probe.port) : '';
  return { name: own ? `${host}:${port}` : host, own };
}

/** What a target has done since the time in question; with neither, it was not probed since. */
export interface Seen extends Target {
  answered: boolean;
  silent: boolean;
}

/**
 * Whether Standby can still see. SIGHTED: something answers, or there is too little to look at to tell. BLIND:
 * nothing that it looks at answers any more. UNSURE: what else there is was not probed since.
 */
export type Sight = 'SIGHTED' | 'BLIND' | 'UNSURE';

/** Fewer independent targets than this may well fail together. */
const least = 4;
/** So long a failure waits for what the other targets say. Milliseconds. */
const longestWait = 120_000;

/**
 * @param waited milliseconds since the failure in question began
 */
export function sightFrom(seen: readonly Seen[], waited: number): Sight {
  // What stands on our own machine answers without a line, so it is no witness beside others.
  const far = seen.filter(({ own }) => !own);
  const witnesses = far.length > 0 ? far : seen;
  const targets = Map.groupBy(witnesses, ({ name }) => name);
  if (targets.size < least) return 'SIGHTED';
  const all = [...targets.values()];
  if (all.some((of) => of.some(({ answered }) => answered))) return 'SIGHTED';
  const silent = all.filter((of) => of.some((one) => one.silent)).length;
  if (silent === targets.size) return 'BLIND';
  if (waited < longestWait) return 'UNSURE';
  // The rest is probed rarely; those that were probed all agree.
  return silent >= least ? 'BLIND' : 'SIGHTED';
}
