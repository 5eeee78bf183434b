import type { PlanContent } from '@/lib/plans/rules/content';
import type { DraftFault, PlanDraft } from '@/lib/plans/rules/draft';
import type { PlanKind, RunMode } from '@/lib/plans/schema';

export interface PlanPerson {
  id: string;
  name: string;
}

/** A step's times in verified runs of the plan, newest first, in seconds. */
export type StepHistory = Record<string, { seconds: number[]; medianSeconds: number }>;

export interface PlanChoices {
  endpoints: { id: string; name: string; mode: RunMode }[];
  /** `baseline` is the number of the newest one, null before the first was recorded. */
  suites: { id: string; name: string; cases: number; baseline: number | null }[];
  datasets: { id: string; name: string }[];
}

export type LintRank = 'STOP' | 'LOOK' | 'HOLDS';

/** What a button of the editor does about it; `index` counts without the step that is moved. */
export type Repair =
  | { kind: 'MOVE'; label: string; stepId: string; phaseId: string; index: number }
  | {
      kind: 'ADD';
      label: string;
      step: { kind: 'VERIFICATION' | 'ANNOUNCEMENT' | 'CHECK' | 'AUTOMATED'; name: string };
      phaseId: string;
      index: number;
    }
  | { kind: 'REMOVE_PHASE'; label: string; phaseId: string };

export interface LintLine {
  rank: LintRank;
  rule: string;
  title: string;
  text: string;
  /** Ids of the steps it is about. */
  steps: string[];
  repair: Repair | null;
}

export interface PlanChange {
  kind: 'MOVED' | 'CHANGED' | 'NEW' | 'REMOVED';
  of: 'STEP' | 'PHASE' | 'VARIABLE' | 'PRECHECK' | 'PURPOSE';
  id: string;
  /** Where it stands now; where it stood, if it is gone. */
  label: string;
  name: string;
  /** The label before, of a moved one. */
  from: string | null;
  /** Of a changed one: “time-out”, “5 min”, “8 min”. */
  fields: { name: string; before: string; after: string }[];
}

export interface PlanVersionHead {
  id: string;
  number: number;
  summary: string;
  publishedAt: string;
  /** Null when the machine or the command line published it. */
  publishedBy: PlanPerson | null;
  /** sha256 of the canonical content, hexadecimal. */
  checksum: string;
}

export interface PlanVersionView extends PlanVersionHead {
  plan: { id: string; name: string; kind: PlanKind; published: number | null };
  service: { id: string; slug: string; name: string };
  content: PlanContent;
  /** Since the version before it. */
  changes: PlanChange[];
  history: StepHistory;
  choices: PlanChoices;
}

/** What a save answers, and what the editor shows beside the steps. */
export interface DraftReview {
  lint: LintLine[];
  faults: DraftFault[];
  /** Since the published version; empty before the first. */
  changes: PlanChange[];
}

export type PlanAct = 'edit' | 'publish' | 'archive';

export interface PlanView extends DraftReview {
  id: string;
  kind: PlanKind;
  name: string;
  version: number;
  archived: boolean;
  service: { id: string; slug: string; name: string; rtoMinutes: number | null; rpoMinutes: number | null };
  published: (PlanVersionHead & { content: PlanContent }) | null;
  draft: { content: PlanDraft; savedAt: string; savedBy: PlanPerson | null } | null;
  /** Newest first. */
  versions: PlanVersionHead[];
  history: StepHistory;
  choices: PlanChoices;
  /** Runs that are not over, with the version they keep to their end. */
  running: { ref: string; versionNumber: number }[];
  acts: PlanAct[];
}

export interface PlanRow {
  id: string;
  kind: PlanKind;
  name: string;
  service: { id: string; slug: string; name: string; rtoMinutes: number | null };
  published: number | null;
  publishedAt: string | null;
  hasDraft: boolean;
  archived: boolean;
  phases: number;
  steps: number;
  running: string[];
}
