import { db } from '@/lib/database/db';
import type { ProbeOptions } from '@/lib/probes/kinds/probe-options';
import type { NetworkProbe, ProbeOutcome } from '@/lib/probes/rules/probe';
import { explains, isSilent, type Seen, sightAt, type Target, targetOf } from '@/lib/probes/rules/sight';
import { runProbe } from '@/lib/probes/run-probe';
import { blindWords, type Sense } from '@/lib/probes/schema';
import { type MonitoredTarget, monitoredTargets } from './monitored';

/** So many others are asked when a target is silent, and so long. Milliseconds. */
const mostAsked = 8;
const askedMs = 3_000;

/** Whether a target is reached: a connection is enough, and asks nothing of it. */
export function reach(probe: NetworkProbe): NetworkProbe {
  const timeoutMs = Math.min(probe.timeoutMs, askedMs);
  if (probe.kind === 'DNS') return { ...probe, timeoutMs };
  if ('port' in probe) return { kind: 'TCP', host: probe.host, port: probe.port, timeoutMs };
  const { hostname: host, port, protocol } = new URL(probe.request.url);
  return { kind: 'TCP', host, port: Number(port) || (protocol === 'https:' ? 443 : 80), timeoutMs };
}

/** Asks others that Standby looks at, those first that take the same to be seen; one that answers for all ends it. */
async function askOthers(target: Target, others: MonitoredTarget[], options: ProbeOptions): Promise<Seen[]> {
  const shared = ({ needs, own }: Target) =>
    target.needs.filter((sense) => needs.includes(sense)).length - (own ? 1 : 0);
  const asked = [...new Map(others.map((other) => [other.name, other])).values()]
    .sort((one, other) => shared(other) - shared(one))
    .slice(0, mostAsked);
  const enough = new AbortController();
  const signal = AbortSignal.any([enough.signal, ...(options.signal ? [options.signal] : [])]);
  return await Promise.all(
    asked.map(async (other): Promise<Seen> => {
      const seen = await runProbe(reach(other.probe), { ...options, signal });
      const silent = isSilent(seen);
      const answered = !silent && seen.outcome !== 'UNCLEAR';
      if (answered && shared(other) === target.needs.length) enough.abort();
      return { ...other, answered, silent, unnamed: seen.fault === 'NAME' };
    }),
  );
}

/** In which sense Standby itself sees nothing, as its monitors know already, or others say that are asked now. */
async function blindFor(target: Target, unnamed: boolean, options: ProbeOptions): Promise<Sense | null> {
  const all = [...(await monitoredTargets(db())).values()];
  const open = await db().blindness.findMany({ where: { endsAt: null }, select: { sense: true } });
  const known = open.find(({ sense }) => all.length > 0 && explains(sense, target, unnamed));
  if (known) return known.sense;
  const others = await askOthers(
    target,
    all.filter(({ name }) => name !== target.name),
    options,
  );
  const itself: Seen = { ...target, answered: false, silent: true, unnamed };
  const { sight, sense } = sightAt(target, [itself, ...others], Number.POSITIVE_INFINITY);
  return sight === 'BLIND' ? sense : null;
}

/** What a probe saw, as far as it may be believed: `unseen` when nothing came back and Standby itself sees nothing. */
export type Believed = ProbeOutcome & { unseen: boolean };

/**
 * A silence of a target is its own only while Standby sees; else the probe is UNCLEAR, and says why.
 * @param seen what `runProbe` gave
 */
export async function believed(
  probe: NetworkProbe,
  seen: ProbeOutcome,
  options: ProbeOptions,
): Promise<Believed> {
  if (!isSilent(seen)) return { ...seen, unseen: false };
  const sense = await blindFor(targetOf(probe), seen.fault === 'NAME', options);
  if (!sense) return { ...seen, unseen: false };
  const sentence = `Standby itself sees ${blindWords[sense]}, so this says nothing of the target. ${seen.sentence}`;
  return {
    ...seen,
    outcome: 'UNCLEAR',
    sentence,
    evidence: { ...seen.evidence, unseen: sense },
    unseen: true,
  };
}

/** Probes once, for whoever draws conclusions from a single probe. */
export async function probeBelieved(probe: NetworkProbe, options: ProbeOptions): Promise<Believed> {
  return await believed(probe, await runProbe(probe, options), options);
}
