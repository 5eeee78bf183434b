import type { Settings } from '@/lib/settings/schema';

type Fields = { readonly [name: string]: unknown };

/** A target and a list are changed as a whole; what has a name inside them means nothing by itself. */
const isWhole = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Array.isArray(value) || 'unit' in value;

/** What a person changed of `base`, on what is there by now: somebody else's change of something else stays. */
export function rebased<T extends Partial<Settings>>(mine: T, base: T, now: T): T {
  return merged(mine, base, now) as T;
}

function merged(mine: unknown, base: unknown, now: unknown): unknown {
  if (JSON.stringify(mine) === JSON.stringify(base)) return now;
  if ([mine, base, now].some(isWhole)) return mine;
  const [own, old, other] = [mine, base, now] as [Fields, Fields, Fields];
  return Object.fromEntries(
    Object.keys(own).map((name) => [name, merged(own[name], old[name], other[name])]),
  );
}
