import { Resolver } from 'node:dns/promises';

export interface NameAnswer {
  addresses: string[];
  /** As the name servers say it when there is no address: ENOTFOUND, ENODATA, ESERVFAIL, ETIMEOUT, ECONNREFUSED. */
  code: string | null;
}

/**
 * Asks the name servers themselves for IPv4 and IPv6, past every cache of this machine.
 * @param servers `address:port`; those of the machine when left out
 */
export async function askNameServers(
  name: string,
  { signal, servers }: { signal: AbortSignal; servers?: string[] | undefined },
): Promise<NameAnswer> {
  // The time is kept by the signal: this one only has to be longer than a patient caller's.
  const resolver = new Resolver({ timeout: 2_500, tries: 3 });
  if (servers) resolver.setServers(servers);
  const cancel = (): void => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const asked = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    const addresses = asked.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length > 0) return { addresses, code: null };
    const codes = asked.map((answer) => (answer.status === 'rejected' ? String(answer.reason?.code) : ''));
    // That the name exists without this kind of address says less than any other answer.
    return { addresses, code: codes.find((code) => code !== '' && code !== 'ENODATA') ?? 'ENODATA' };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
