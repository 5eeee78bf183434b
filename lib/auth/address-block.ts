import { createHmac } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { Network } from '@/lib/platform/limits/limit';
import { derivedKey } from '@/lib/platform/secrets/derived-key';
import { isPrivate } from '@/lib/settings/rules/outgoing';

/** The eight groups of an IPv6 address, `::` written out. */
function groupsOf(address: string): string[] {
  const [before = '', after] = address.split('::');
  const head = before ? before.split(':') : [];
  const tail = after ? after.split(':') : [];
  const gap = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...gap, ...tail];
}

/** The IPv4 address within an IPv6 one that stands for it, however that is written; any other as it is. */
export function unmapped(address: string): string {
  if (!isIPv6(address) || address.includes('%')) return address;
  const { hostname } = new URL(`http://[${address}]`);
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(hostname) ?? [];
  if (!high || !low) return address;
  return [high, low]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

/**
 * How many bits of an address of IPv4 and of IPv6: what one customer is given and moves freely in, what a large one is,
 * and what a house that gives them out is given itself.
 */
const widths = { network: [24, 56], site: [24, 48], range: [16, 32] } as const;

/** The network that an address belongs to: /24 of IPv4, /56 of IPv6 unless said. */
export function networkOf(address: string, width: keyof typeof widths = 'network'): string | null {
  const mapped = unmapped(address.split('%')[0] ?? '');
  const [four, six] = widths[width];
  if (isIPv4(mapped)) {
    const parts = mapped.split('.').map((part, at) => (at * 8 < four ? part : '0'));
    return `${parts.join('.')}/${four}`;
  }
  if (!isIPv6(mapped)) return null;
  const groups = groupsOf(mapped).map((group) => Number.parseInt(group || '0', 16));
  const network = groups
    .slice(0, Math.ceil(six / 16))
    .map((group, at) => group & (0xffff << Math.max(0, (at + 1) * 16 - six)));
  return `${network.map((group) => group.toString(16)).join(':')}::/${six}`;
}

/** Whose turn it is, where turns go round: the network, and of IPv6 the whole /48. */
export function siteOf(address: string): string | null {
  return networkOf(address, 'site');
}

/** The keyed hash of the network, hexadecimal: good for counting and comparing, and no address can be read from it. */
export function addressBlock(address: string | null): string | undefined {
  return hashed(address && networkOf(address));
}

/** The same of the /48 that an IPv6 address lies in; of IPv4 there is none. */
function addressSite(address: string | null): string | undefined {
  const site = address && siteOf(address);
  return hashed(site?.includes(':') ? site : null);
}

/** Where a call comes from, which is counted by each of these; by none where no address is known. */
export function networkAt(address: string | null): Network {
  const block = addressBlock(address);
  const site = addressSite(address);
  // Within one house nobody owns a range: there all of them would be one.
  const range = hashed(address && !isPrivate(unmapped(address)) ? networkOf(address, 'range') : null);
  return {
    ...(block ? { addressBlock: block } : {}),
    ...(site ? { addressSite: site } : {}),
    ...(range ? { addressRange: range } : {}),
  };
}

/** What stands in the header for what there is none of. */
const none = '-';

/** All of it in one header, so that whoever is called reads no address of a client that was not believed. */
export function networkHeader(address: string): string {
  const { addressBlock: block, addressRange: range, addressSite: site } = networkAt(address);
  return [block, range, site].map((one) => one ?? none).join(' ');
}

export function readNetworkHeader(text: string): Network {
  const [block, range, site] = text.split(' ').map((one) => (one === none ? undefined : one));
  return {
    ...(block ? { addressBlock: block } : {}),
    ...(range ? { addressRange: range } : {}),
    ...(site ? { addressSite: site } : {}),
  };
}

function hashed(network: string | null): string | undefined {
  if (!network) return undefined;
  return createHmac('sha256', derivedKey('address-block')).update(network).digest('hex').slice(0, 32);
}
