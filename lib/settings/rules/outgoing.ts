import ipaddr from 'ipaddr.js';
import { z } from 'zod';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Addresses that Standby may call although they are private, and on which ports. */
export interface AllowedTarget {
  network: Address;
  bits: number;
  /** Null for every port. */
  ports: { from: number; to: number } | null;
}

const listable: [string, number][] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
  ['100.64.0.0', 10],
  ['fc00::', 7],
  ['::1', 128],
];
const listed = listable.map(([address, bits]) => ({ network: ipaddr.parse(address), bits }));

/** Inside a private or loopback network: the only ones that a list may open. */
export function isListable(address: Address, bits = address.kind() === 'ipv4' ? 32 : 128): boolean {
  return listed.some((entry) => entry.bits <= bits && contains(entry, address));
}

/** Loopback, or an address of a private network. @param text as a socket or a resolver writes it */
export function isPrivate(text: string): boolean {
  return ipaddr.isValid(text) && isListable(ipaddr.process(text));
}

function contains({ network, bits }: { network: Address; bits: number }, address: Address): boolean {
  return network.kind() === address.kind() && address.match(network, bits);
}

export function covers(target: AllowedTarget, address: Address, port: number): boolean {
  const { ports } = target;
  return contains(target, address) && (!ports || (port >= ports.from && port <= ports.to));
}

const shape =
  /^(?:\[(?<six>[0-9a-f:]+)(?:\/(?<inside>\d+))?\]|(?<four>[\d.]+)|(?<bare>[0-9a-f:]+))(?<rest>.*)$/i;
const restShape = /^(?:\/(?<bits>\d{1,3}))?(?::(?<from>\d{1,5})(?:-(?<to>\d{1,5}))?)?$/;

type Parsed = { ok: true; target: AllowedTarget } | { ok: false; sentence: string };
const refuse = (sentence: string): Parsed => ({ ok: false, sentence });

/** `10.0.0.0/8`, `127.0.0.1:4101`, `127.0.0.0/8:4100-4199`, `[::1]:4101` or `[fd00::/8]:443`. */
export function parseAllowed(entry: string): Parsed {
  const whole = shape.exec(entry.trim())?.groups;
  const rest = restShape.exec(whole?.rest ?? '')?.groups;
  const text = whole?.six ?? whole?.four ?? whole?.bare;
  if (!whole || !rest || !text || !isPlainAddress(text))
    return refuse(
      'Enter an address or a network, with a port if you like, as in 10.0.0.0/8 or 127.0.0.1:4101.',
    );
  const network = ipaddr.process(text);
  const full = network.kind() === 'ipv4' ? 32 : 128;
  const bits = Number(whole.inside ?? rest.bits ?? full);
  if (bits > full) return refuse(`A network ends with a number from 0 to ${full}, as in 10.0.0.0/8.`);
  if (!isListable(network, bits)) return refuse(notListable(network, bits));
  const ports = portsOf(rest.from, rest.to);
  if (ports === undefined) return refuse('A port is 1 to 65535, and a range begins with the smaller one.');
  return { ok: true, target: { network, bits, ports } };
}

/** Four decimal parts, or IPv6: an address in any other notation is more often a trick than a wish. */
function isPlainAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
}

function notListable(network: Address, bits: number): string {
  const range = network.range();
  if (range === 'linkLocal')
    return 'Link-local addresses are never called: machines keep their secrets there.';
  if (range === 'unicast' && bits >= 8) return 'This network is public, and public addresses need no entry.';
  return 'Name a private network: inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, 127.0.0.0/8 or fc00::/7.';
}

function portsOf(from: string | undefined, to: string | undefined): AllowedTarget['ports'] | undefined {
  if (from === undefined) return null;
  const range = { from: Number(from), to: Number(to ?? from) };
  return range.from >= 1 && range.to <= 65_535 && range.from <= range.to ? range : undefined;
}

/** One entry of the list, refused with what is wrong with it. */
export const allowedTargetSchema = z
  .string()
  .trim()
  .max(80, { error: 'Use 80 characters or fewer.', abort: true })
  .superRefine((entry, check) => {
    const parsed = parseAllowed(entry);
    if (!parsed.ok) check.addIssue({ code: 'custom', message: parsed.sentence });
  });
