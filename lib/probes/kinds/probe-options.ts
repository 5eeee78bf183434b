import type { Guard } from '@/lib/probes/outgoing/guard';
import type { NameLookup } from '@/lib/probes/outgoing/resolve-target';

export interface ProbeOptions {
  guard: Guard;
  signal?: AbortSignal | undefined;
  /** How names become addresses to connect to: the machine's own look-up when left out. */
  lookup?: NameLookup | undefined;
  /** Whom a DNS probe asks, as `address:port`: the machine's name servers when left out. */
  nameServers?: string[] | undefined;
}
