import type { Answer, Difference } from '@/lib/suites/rules/answer';
import type { CaseRequest, Comparison } from '@/lib/suites/rules/case';
import type { Volatile } from '@/lib/suites/rules/volatile';
import type { CaseKind, CaseOutcome, SuiteCounts, SuiteRunState } from '@/lib/suites/schema';

interface Person {
  id: string;
  name: string;
}

export interface BaselineView {
  id: string;
  number: number;
  address: string;
  recordedAt: string;
  recordedBy: string | null;
  cases: number;
}

export interface ReplayRow extends SuiteCounts {
  id: string;
  state: SuiteRunState;
  sentence: string;
  address: string;
  baselineNumber: number;
  startedAt: string;
  finishedAt: string | null;
  by: Person | null;
  /** The run of a recovery plan that it belongs to. */
  run: { ref: string; step: string } | null;
  /** Whether an investigation asked for it. */
  forCheck: boolean;
}

export interface SuiteSummary {
  id: string;
  version: number;
  name: string;
  description: string;
  archived: boolean;
  cases: number;
  service: { id: string; slug: string; name: string };
  baseline: BaselineView | null;
  latest: ReplayRow | null;
}

export interface CaseView {
  id: string;
  version: number;
  /** 1-based place in the suite. */
  number: number;
  name: string;
  kind: CaseKind;
  request: CaseRequest;
  comparison: Comparison;
  timeoutMs: number;
  /** `GET /items` */
  asks: string;
  /** `status, 1 header, JSON` */
  compares: string;
  /** CHANGED: it asks for something else now; NONE: added since. Both count from the next baseline on. */
  baseline: 'CURRENT' | 'CHANGED' | 'NONE';
}

export interface SuiteView extends SuiteSummary {
  caseList: CaseView[];
  /** Newest first. */
  replays: ReplayRow[];
  baselines: BaselineView[];
  /** Published plans with a step that replays it. */
  usedByPlans: number;
  /** Addresses it was replayed against or recorded from, newest first. */
  knownAddresses: string[];
  acts: ('edit' | 'archive' | 'record' | 'replay' | 'stop' | 'explain')[];
}

export interface ReplayResultRow {
  caseId: string;
  number: number;
  name: string;
  asks: string;
  compares: string;
  /** Null while it waits for its turn. */
  outcome: CaseOutcome | null;
  sentence: string | null;
  latencyMs: number | null;
  finishedAt: string | null;
  explanation: string | null;
  explainedBy: string | null;
}

export interface ReplayView extends ReplayRow {
  suite: { id: string; name: string };
  results: ReplayResultRow[];
}

export interface ResultView extends ReplayResultRow {
  replayId: string;
  replayState: SuiteRunState;
  address: string;
  differences: Difference[];
  comparison: Comparison;
  known: { answer: Answer; latencyMs: number; baselineNumber: number; recordedAt: string };
  got: Answer | null;
  mustEqual: string;
  leftOut: string | null;
  time: string;
  /** Oldest first, this one last. */
  history: { replayId: string; outcome: CaseOutcome; at: string }[];
}

export interface RecordedBaselineView {
  id: string;
  number: number;
  cases: number;
  /** What changed between two answers, one right after the other. */
  volatile: ({ caseId: string; name: string } & Volatile)[];
}
