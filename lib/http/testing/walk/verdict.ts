import type { Handled } from '@/lib/http/api/handled';
import { allowed, type PolicyRow } from '@/lib/platform/policy';
import { asRoute, type Callable, type Route } from '@/lib/platform/route';
import { apiRoutes } from '@/lib/routes';
import type { Caller } from './callers';
import type { Sample } from './sample';

/**
 * Whose the subject of a call is; `nobody's` is one that there is not, `malformed` what can be none, `none` of a route
 * without a subject.
 */
export type Whose = 'own' | 'foreign' | "nobody's" | 'malformed' | 'none';

/** A call that is to be made, and what the policy table says to it: a status, that it is let in, or never let in. */
export interface Step {
  caller: Caller;
  whose: Whose;
  verdict: number | 'let in' | 'refused';
}

/** A line of the table of routes, as the walk looks at it. */
export interface Address {
  name: string;
  method: string;
  path: string;
  /** Null where no row of the policy table decides. */
  row: PolicyRow | null;
  byLink: boolean;
  /** Of an answer that worked; 204 counts as 200 where the route says nothing. */
  success: number;
}

export function addressOf(name: string, sample: Sample): Address {
  const line = (apiRoutes as Record<string, Callable | Route | Handled>)[name] as Callable | Route | Handled;
  const [method = '', path = ''] = name.split(' ');
  const byLink = path.startsWith('/tracking/:token');
  if ('handle' in line) {
    const row = sample.row ?? (typeof line.who === 'string' ? null : line.who);
    return { name, method, path, byLink, row, success: line.status ?? 200 };
  }
  const { call, status = 200 } = asRoute(line);
  return { name, method, path, byLink, row: call.policy, success: status };
}

/** The names of what the path or the sample says the subject by. */
export function namesOf({ path }: Address, { of, names }: Sample): readonly string[] {
  if (!of) return [];
  return names ?? [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}

function verdictOf({ row, byLink }: Address, sample: Sample, caller: Caller, whose: Whose): Step['verdict'] {
  if (whose === 'malformed') return 'refused';
  if (!row) return sample.answers?.(caller) ?? 200;
  const actor = byLink ? ({ kind: 'reporter', reportId: '' } as const) : caller.actor;
  const isOwn = whose === 'own' || byLink || (sample.lists !== undefined && actor.kind === 'member');
  if (!allowed(row, actor, isOwn)) return actor.kind === 'anonymous' ? 401 : 403;
  if (whose !== "nobody's") return 'let in';
  return sample.missing?.status ?? 404;
}

/** Every call that a caller makes to an address. A link is held by whoever has it, so it is everybody's own. */
export function stepsOf(address: Address, sample: Sample, caller: Caller): Step[] {
  const step = (whose: Whose): Step => ({
    caller,
    whose,
    verdict: verdictOf(address, sample, caller, whose),
  });
  if (!sample.of || !address.row) return [step('none')];
  const named = namesOf(address, sample).length > 0 ? [step("nobody's"), step('malformed')] : [];
  if (address.byLink) return [step('own'), ...named];
  const foreign = step('foreign');
  const own = caller.person && foreign.verdict !== 'let in' ? [step('own')] : [];
  return [...own, foreign, ...named];
}
