import type { Problem } from '@/lib/http/rules/problem';
import { versionIn } from '@/lib/platform/rules/version-in';

/** How an act was answered. */
export type Answered = { done: unknown } | { refused: Pick<Problem, 'status' | 'details'> };

/**
 * The version that a form sends: the one it was opened with, until an answer tells a newer one. That is its own change,
 * or the refusal of a conflict, which says who changed what. What is shown meanwhile is none: whoever sent it would
 * overwrite what they were never told.
 */
export function seenAfter(seen: number | undefined, answered: Answered): number | undefined {
  if (seen === undefined) return undefined;
  if ('done' in answered) return versionIn(answered.done) ?? seen;
  const { status, details } = answered.refused;
  return (status === 409 ? versionIn(details) : undefined) ?? seen;
}
