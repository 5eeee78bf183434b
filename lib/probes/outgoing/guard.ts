import { type AddressRuling, ruleOnAddress } from '@/lib/probes/rules/address';
import { type ReadUrl, readUrl } from '@/lib/probes/rules/url';
import { currentSettings } from '@/lib/settings/in-force';
import { parseAllowed } from '@/lib/settings/rules/outgoing';

/** Decides where Standby may call. Every address is asked about before it is connected to, also after a redirect. */
export interface Guard {
  /** Scheme, port and form of an HTTP address; its host still has to be resolved and ruled on. */
  readUrl(text: string, base?: URL): ReadUrl;
  /** @param address numeric; the ruling carries the address to connect to */
  ruleOn(address: string, port: number): AddressRuling;
}

/**
 * Public addresses are free, private and loopback ones only by the list, link-local and metadata addresses never.
 * @param allow entries like `127.0.0.1:4101`, `127.0.0.0/8:4100-4199`, `10.0.0.0/8`
 * @throws Error for an entry that settings would have refused
 */
export function outgoingGuard(allow: string[]): Guard {
  const targets = allow.map((entry) => {
    const parsed = parseAllowed(entry);
    if (!parsed.ok) throw new Error(`${entry}: ${parsed.sentence}`);
    return parsed.target;
  });
  return { readUrl, ruleOn: (address, port) => ruleOnAddress(address, port, targets) };
}

/** The guard by the settings in force. Take it anew for each piece of work, so that a change counts at once. */
export async function guardInForce(): Promise<Guard> {
  const { outgoing } = await currentSettings();
  return outgoingGuard(outgoing.allow);
}
