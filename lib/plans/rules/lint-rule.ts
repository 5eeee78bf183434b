import type { DraftFault, LintLine, PlanChoices, StepHistory } from '@/lib/plans/queries/views';
import type { StepKind } from '@/lib/plans/rules/content';
import type { PlanKind } from '@/lib/plans/schema';
import type { PlanStep } from './content';
import type { DraftStep, PlanDraft } from './draft';

/** What lint has to know besides the draft. */
export interface LintContext {
  kind: PlanKind;
  rtoMinutes: number | null;
  choices: PlanChoices;
  history: StepHistory;
}

export interface LintStep {
  id: string;
  label: string;
  kind: StepKind;
  name: string;
  /** Index of its phase, its index in it, and its place in the whole. */
  phase: number;
  index: number;
  at: number;
  /** Users reach another machine after it. */
  switches: boolean;
  raw: DraftStep;
  /** Null while something is missing or wrong in it. */
  whole: PlanStep | null;
}

export interface LintSubject {
  draft: PlanDraft;
  context: LintContext;
  steps: LintStep[];
  faults: DraftFault[];
  firstSwitch: LintStep | null;
  lastSwitch: LintStep | null;
}

export type LintFound = Pick<LintLine, 'rank' | 'title' | 'text' | 'steps'> &
  Partial<Pick<LintLine, 'repair'>>;

export interface LintRule {
  name: string;
  /** What is said when it finds nothing. */
  holds: string;
  /** Null when the rule does not apply, so that nothing is said. */
  find(subject: LintSubject): LintFound[] | null;
}
