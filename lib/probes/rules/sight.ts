import ipaddr from 'ipaddr.js';
import type { Sense } from '@/lib/probes/schema';
import type { NetworkProbe, ProbeFault, ProbeOutcome } from './probe';
import { readHost } from './url';

/** Nothing came back: it may be the target, the network between, or Standby's own line. All others are answers. */
export const unanswered: ReadonlySet<ProbeFault> = new Set([
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

/** Nothing came back: not even the beginning of an answer, as of one that breaks off or never ends. */
export function isSilent({
  outcome,
  fault,
  evidence,
}: Pick<ProbeOutcome, 'outcome' | 'fault'> & Partial<Pick<ProbeOutcome, 'evidence'>>): boolean {
  return outcome === 'FAULT' && isUnanswered(fault) && evidence?.status === undefined;
}

const ownMachine = /^(localhost|.*\.localhost|127\..*|::1)$/;

export interface Target {
  name: string;
  /** On Standby's own machine, where no line is needed to look. */
  own: boolean;
  /** What else it takes to look at it, beside a line. */
  needs: Sense[];
}

/**
 * What a probe depends on: probes of one machine say one thing together. On our own machine each port is a target by
 * itself, since tunnels and proxies to others stand there.
 * @param known where its name led the last time
 */
export function targetOf(probe: NetworkProbe, known: string | null = null): Target {
  const url = 'request' in probe && URL.canParse(probe.request.url) ? new URL(probe.request.url) : null;
  const host = readHost(url ? url.hostname : 'host' in probe ? probe.host : '') ?? '';
  const own = ownMachine.test(host);
  const port = url ? url.port || url.protocol : 'port' in probe ? String(probe.port) : '';
  return { name: own ? `${host}:${port}` : host, own, needs: own ? [] : needsOf(host, known) };
}

function needsOf(host: string, known: string | null): Sense[] {
  const named = !ipaddr.isValid(host);
  const address = named ? known : host;
  const read = address && ipaddr.isValid(address) ? ipaddr.parse(address) : null;
  return [
    ...(named ? ['NAMES' as const] : []),
    ...(read?.kind() === 'ipv6' ? ['IPV6' as const] : []),
    ...(read?.range() === 'unicast' ? ['INTERNET' as const] : []),
  ];
}

/** What a target has done since the time in question; with neither, it was not probed since. */
export interface Seen extends Target {
  answered: boolean;
  silent: boolean;
  /** It was silent because its name led nowhere. */
  unnamed: boolean;
}

/** Whether being blind in this sense explains that a target is silent. */
export function explains(sense: Sense, { needs }: Target, unnamed: boolean): boolean {
  if (sense === 'LINE') return true;
  return needs.includes(sense) && (sense !== 'NAMES' || unnamed);
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

/** Those whose answer tells whether Standby sees in this sense. */
export function witnessesOf<T extends Target>(sense: Sense, seen: readonly T[]): readonly T[] {
  if (sense !== 'LINE') return seen.filter(({ needs }) => needs.includes(sense));
  // What stands on our own machine answers without a line, so it is no witness beside others.
  const far = seen.filter(({ own }) => !own);
  return far.length > 0 ? far : seen;
}

/**
 * @param waited milliseconds since the failure in question began
 */
export function sightFrom(seen: readonly Seen[], waited: number, sense: Sense = 'LINE'): Sight {
  const targets = Map.groupBy(witnessesOf(sense, seen), ({ name }) => name);
  if (targets.size < least) return 'SIGHTED';
  const all = [...targets.values()];
  // A name that led somewhere was read, whatever became of it there.
  const read = (one: Seen) => sense === 'NAMES' && one.silent && !one.unnamed;
  if (all.some((of) => of.some((one) => one.answered || read(one)))) return 'SIGHTED';
  const silent = all.filter((of) => of.some((one) => one.silent)).length;
  if (silent === targets.size) return 'BLIND';
  if (waited < longestWait) return 'UNSURE';
  // The rest is probed rarely; those that were probed all agree.
  return silent >= least ? 'BLIND' : 'SIGHTED';
}

/** What a silent target says of Standby's own eyes, in the senses that it takes to look at it. */
export function sightAt(
  target: Target,
  seen: readonly Seen[],
  waited: number,
): { sight: Sight; sense: Sense } {
  const senses: Sense[] = ['LINE', ...target.needs];
  const all = senses.map((sense) => ({ sense, sight: sightFrom(seen, waited, sense) }));
  const first = (sight: Sight) => all.find((one) => one.sight === sight);
  return first('BLIND') ?? first('UNSURE') ?? { sight: 'SIGHTED', sense: 'LINE' };
}
