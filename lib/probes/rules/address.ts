import ipaddr from 'ipaddr.js';
import { type AllowedTarget, covers, isListable } from '@/lib/settings/rules/outgoing';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Where clouds keep the secrets of their machines, outside the link-local range. Never called, not even by list. */
const secretKeepers = new Set([
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd20:ce::254',
]);

/** Those whose notation carries an IPv4 address in its last 32 bits. */
const carriesIpv4 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** All that was ever given to the public of IPv6. */
const publicIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

export type AddressRuling =
  | { allowed: true; address: string; family: 4 | 6 }
  | { allowed: false; address: string; why: string };

/**
 * Whether an address and port may be called. An IPv4 address inside an IPv6 one is judged, and called, as what it is.
 * @param text an address as the resolver or an URL parser writes it: not yet trusted
 */
export function ruleOnAddress(text: string, port: number, allowed: AllowedTarget[]): AddressRuling {
  const parsed = parsePlain(text);
  if (!parsed) return { allowed: false, address: text, why: 'it is not an address that Standby understands' };
  const address = parsed.kind() === 'ipv6' ? unwrap(parsed as ipaddr.IPv6) : parsed;
  const name = address.kind() === 'ipv6' ? (address as ipaddr.IPv6).toRFC5952String() : address.toString();
  const why = whyNever(address, name) ?? whyUnlisted(address, port, allowed);
  if (why) return { allowed: false, address: name, why };
  return { allowed: true, address: name, family: address.kind() === 'ipv4' ? 4 : 6 };
}

function parsePlain(text: string): Address | null {
  // A zone (fe80::1%eth0) says which network card: only link-local addresses need one.
  if (text.includes('%')) return null;
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : null;
}

function unwrap(address: ipaddr.IPv6): Address {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  if (!address.match(carriesIpv4)) return address;
  const inner = new ipaddr.IPv4(address.toByteArray().slice(12));
  // A public address behind NAT64 is how a network without IPv4 calls it; the way there stays as it is.
  return inner.range() === 'unicast' && !secretKeepers.has(inner.toString()) ? address : inner;
}

function whyNever(address: Address, name: string): string | null {
  if (secretKeepers.has(name)) return 'clouds keep the secrets of a machine there, and it is never called';
  if (address.range() === 'linkLocal') return 'link-local addresses are never called';
  return isListable(address) || isPublic(address) ? null : 'it belongs to no machine that could be called';
}

function isPublic(address: Address): boolean {
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  const six = address as ipaddr.IPv6;
  return six.match(carriesIpv4) || (six.range() === 'unicast' && six.match(publicIpv6));
}

function whyUnlisted(address: Address, port: number, allowed: AllowedTarget[]): string | null {
  if (!isListable(address)) return null;
  if (allowed.some((target) => covers(target, address, port))) return null;
  return 'it is a private address, and the settings do not list it among the outgoing calls';
}
