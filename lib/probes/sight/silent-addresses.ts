import { isIPv6 } from 'node:net';
import type { ProbeOptions } from '@/lib/probes/kinds/probe-options';
import type { NetworkProbe, ProbeOutcome } from '@/lib/probes/rules/probe';
import { isSilent } from '@/lib/probes/rules/sight';
import { runProbe } from '@/lib/probes/run-probe';
import { reach } from './believed';

function silentIn({ evidence: { silent } }: Pick<ProbeOutcome, 'evidence'>): string[] {
  return Array.isArray(silent) ? silent.map(String) : [];
}

/**
 * An address that was overtaken by another of its name need not be silent: it is asked once more, alone. So are those
 * that were silent before, which the probe need not have come by.
 * @returns what the probe saw, with those addresses that accept nothing as `silent`
 */
export async function surelySilent(
  probe: NetworkProbe,
  seen: ProbeOutcome,
  doubted: readonly string[],
  options: ProbeOptions,
): Promise<ProbeOutcome> {
  if (seen.outcome !== 'OK') return seen;
  const { silent: _overtaken, ...evidence } = seen.evidence;
  const asked = [...new Set([...silentIn(seen), ...doubted])].filter((one) => one !== evidence.address);
  if (asked.length === 0) return seen;
  const alone = reach(probe);
  const answers = await Promise.all(
    asked.map(async (address) => {
      const answer = 'port' in alone ? await runProbe({ ...alone, host: address }, options) : null;
      // Without a way to IPv6 of our own, nothing is known of those that have one.
      const ownWay = answer?.fault === 'UNREACHABLE' && isIPv6(address);
      return answer && isSilent(answer) && !ownWay ? [address] : [];
    }),
  );
  const silent = answers.flat();
  return { ...seen, evidence: silent.length > 0 ? { ...evidence, silent } : evidence };
}

/** “10.0.0.2 accepts no connection, …”, of each that is silent beside the one that answered. */
export function silentFindings(
  seen: Pick<ProbeOutcome, 'evidence'>,
): { address: string; sentence: string }[] {
  const { address: answered } = seen.evidence;
  return silentIn(seen).map((address) => ({
    address,
    sentence: `${address} accepts no connection, while ${answered} of the same name does: who is led there waits or fails. Mend it, or take it out of the name.`,
  }));
}
