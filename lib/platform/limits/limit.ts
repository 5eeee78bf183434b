import type { Context } from '@/lib/platform/context';

/** One limit of the house: a line of the table in `docs/limits.md`. */
export interface Limit {
  /** How the buckets begin in which it counts. */
  name: string;
  /** What is counted, and for whom. */
  counts: string;
  most: number;
  /** Length of its fixed window; without one, so many at once. */
  seconds?: number;
  /** What whoever is over it meets. */
  beyond: string;
}

/** A limit as it counts somebody. */
export interface RateRule {
  /** What is counted, e.g. `sign-in:block:9f2c…`. */
  bucket: string;
  limit: number;
  /** Length of the fixed window in seconds. */
  seconds: number;
  /** As how many one attempt counts; as one unless said. */
  weight?: number;
  /** Whoever comes counts in it. */
  everybodys?: boolean;
  /** Strangers count in it together: what it refuses is no fault of whoever comes. */
  shared?: boolean;
}

/** What a site of IPv6 (a /48) may do at most, in networks of it (/56): a single customer may be given 256 of them. */
const networksOfSite = 4;

const all = new Map<string, Limit>();

/** @throws Error when two limits have one name, and so would count together */
export function limit<L extends Limit>(row: L): L {
  const other = all.get(row.name);
  if (other && JSON.stringify(other) !== JSON.stringify(row)) throw new Error(`Two limits are ${row.name}.`);
  all.set(row.name, row);
  return row;
}

/** All limits that the loaded modules made, by name. */
export function limitsOfTheHouse(): Limit[] {
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param whom nobody: everybody counts together */
export function ruleOf({ name, most, seconds = 0 }: Limit, whom?: string): RateRule {
  const everybodys = whom === undefined;
  return { bucket: everybodys ? name : `${name}:${whom}`, limit: most, seconds, everybodys };
}

export type Network = Pick<Context, 'addressBlock' | 'addressSite' | 'addressRange'>;

/**
 * Counts by network, and by the site that the network is a part of, so that many networks of one site are not many
 * strangers.
 * @param about whom else, e.g. the account that is tried
 */
export function ofNetwork(
  one: Limit,
  { addressBlock = 'direct', addressSite }: Network,
  about = '',
): RateRule[] {
  const of = about && `${about}:`;
  const own = ruleOf(one, of + addressBlock);
  if (!addressSite) return [own];
  return [own, { ...ruleOf(one, `${of}site:${addressSite}`), limit: one.most * networksOfSite }];
}

/**
 * Counts in what strangers share, of which the networks of one range, who may all be of one owner, have half at most.
 * @param about of what it is the limit, where it is not one for everybody, e.g. the domain that is written to
 */
export function ofEverybody(
  one: Limit,
  { addressRange }: Pick<Network, 'addressRange'>,
  about?: string,
): RateRule[] {
  const all = { ...ruleOf(one, about), shared: true };
  if (!addressRange) return [all];
  const ofRange = ruleOf(one, `${about ? `${about}:` : ''}range:${addressRange}`);
  return [{ ...ofRange, limit: one.most / 2, shared: true }, all];
}
