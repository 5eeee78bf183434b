import { createHmac } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { Network } from '@/lib/platform/limits/limit';
import { derivedKey } from '@/lib/platform/secrets/derived-key';

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

/** Of how many bits of an IPv6 address: what one customer is given and moves freely in, and what a large one is. */
const [networkBits, siteBits] = [56, 48];

/** The network that an address belongs to: /24 of IPv4, /56 of IPv6 unless said. */
export function networkOf(address: string, bits = networkBits): string | null {
  const mapped = unmapped(address.split('%')[0] ?? '');
  if (isIPv4(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(mapped)) return null;
  const groups = groupsOf(mapped).map((group) => Number.parseInt(group || '0', 16));
  const network = bits === siteBits ? groups.slice(0, 3) : [...groups.slice(0, 3), (groups[3] ?? 0) & 0xff00];
  return `${network.map((group) => group.toString(16)).join(':')}::/${bits}`;
}

/** Whose turn it is, where turns go round: the network, and of IPv6 the whole /48. */
export function siteOf(address: string): string | null {
  return networkOf(address, siteBits);
}

/** The keyed hash of the network, hexadecimal: good for counting and comparing, and no address can be read from it. */
export function addressBlock(address: string | null): string | undefined {
  return hashed(address && networkOf(address));
}

/** The same of the /48 that an IPv6 address lies in; of IPv4 there is none. */
export function addressSite(address: string | null): string | undefined {
  const site = address && siteOf(address);
  return hashed(site?.includes(':') ? site : null);
}

/** Both in one header, so that whoever is called reads no address of a client that was not believed. */
export function networkHeader(address: string): string {
  return [addressBlock(address), addressSite(address)].filter(Boolean).join(' ');
}

export function readNetworkHeader(text: string): Network {
  const [block, site] = text.split(' ');
  return { ...(block ? { addressBlock: block } : {}), ...(site ? { addressSite: site } : {}) };
}

function hashed(network: string | null): string | undefined {
  if (!network) return undefined;
  return createHmac('sha256', derivedKey('address-block')).update(network).digest('hex').slice(0, 32);
}
