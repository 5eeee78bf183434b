import type { MarkShape } from '@/components/ui/mark-svg';
import type { CaseOutcome } from '@/lib/suites/schema';

/** How an outcome is drawn: its mark in lists, its square in strips. Neither tells by colour alone. */
export const outcomeBadge: Record<
  CaseOutcome,
  { label: string; shape: MarkShape; colour: string; square: string }
> = {
  MATCH: { label: 'Matches', shape: 'tick', colour: 'st-operational', square: 'ok' },
  DIFFER: { label: 'Differs', shape: 'cross', colour: 'st-major', square: 'bad' },
  SLOW: { label: 'Too slow', shape: 'down', colour: 'st-degraded', square: 'slow' },
  ERROR: { label: 'No answer', shape: 'cross', colour: 'st-major', square: 'bad' },
  EXPLAINED: { label: 'Differs, explained', shape: 'question', colour: 'sev-moderate', square: 'explained' },
};

/** The same outcomes as the lists of the page name them. */
export const outcomeGroups = [
  { title: 'Differ', outcomes: ['DIFFER'] },
  { title: 'No answer', outcomes: ['ERROR'] },
  { title: 'Too slow', outcomes: ['SLOW'] },
  { title: 'Differ, explained', outcomes: ['EXPLAINED'] },
  { title: 'To run', outcomes: [null] },
  { title: 'Match', outcomes: ['MATCH'] },
] as const satisfies { title: string; outcomes: (CaseOutcome | null)[] }[];
