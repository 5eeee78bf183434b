import type { RunMode } from '@/lib/plans/schema';

/** What a variable is to the rules. */
interface Variable {
  name: string;
  live: string;
  drill: string;
}

export type Resolved<T> = { ok: true; value: T } | { ok: false; unknown: string[]; reason: string };

const reference = /\{\{([^{}]*)\}\}/g;

/** Names of the variables that the strings inside a value refer to, each once, in the order of their appearance. */
export function variablesIn(value: unknown): string[] {
  const names = new Set<string>();
  walk(value, (text) => {
    for (const match of text.matchAll(reference)) names.add(match[1]?.trim() ?? '');
    return text;
  });
  return [...names];
}

/**
 * Puts the values of one mode in place of `{{name}}` in every string of a value: a text, an address, an input, a whole
 * step. Keys stay as they are, and a value put in is not looked through again.
 * @returns `ok: false` with a sentence when a variable is not among the plan's
 */
export function resolveVariables<T>(value: T, variables: readonly Variable[], mode: RunMode): Resolved<T> {
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  const unknown = variablesIn(value).filter((name) => !known.has(name));
  if (unknown.length > 0) return { ok: false, unknown, reason: unknownSentence(unknown) };
  const side = mode === 'LIVE' ? 'live' : 'drill';
  const put = (text: string) =>
    text.replace(reference, (_, name: string) => known.get(name.trim())?.[side] ?? '');
  return { ok: true, value: walk(value, put) as T };
}

/** “The variable {{front}} is not known in this plan.” */
export function unknownSentence(names: readonly string[]): string {
  const list = names.map((name) => `{{${name}}}`).join(', ');
  return names.length === 1
    ? `The variable ${list} is not known in this plan.`
    : `The variables ${list} are not known in this plan.`;
}

function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, change)]));
  }
  return value;
}
