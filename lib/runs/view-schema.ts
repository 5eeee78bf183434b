import type { StepKind } from '@/lib/plans/rules/content';
import type { PlanKind, RunMode } from '@/lib/plans/schema';
import type { Estimate } from '@/lib/runs/rules/estimate';
import type { AttemptState, RunState, StepState, WaitingFor } from './schema';

/** A member or a machine, as views name them. Null is the machine itself. */
export interface RunPerson {
  id: string;
  name: string;
}

export interface AttemptView {
  id: string;
  number: number;
  state: AttemptState;
  ok: boolean | null;
  sentence: string | null;
  preparedAt: string;
  sentAt: string | null;
  answeredAt: string | null;
  decision: string | null;
  decidedBy: RunPerson | null;
}

export interface RunStepView {
  id: string;
  /** The step's id in the plan, stable over versions. */
  stepId: string;
  /** 1-based; users read the phases as their steps. */
  phase: number;
  phaseName: string;
  /** “3.1”: phase and place in it. */
  label: string;
  position: number;
  kind: StepKind;
  name: string;
  detail: string;
  state: StepState;
  /** What the kind asks of a person or shows: instruction, question, text, address, seconds. Plain text. */
  ask: string | null;
  /** Median of the verified runs before; null when it was never timed. */
  expectedSeconds: number | null;
  /** Of a finished step. */
  actualSeconds: number | null;
  startedAt: string | null;
  finishedAt: string | null;
  timeoutSeconds: number | null;
  /** Who confirmed, approved, skipped or decided. */
  member: RunPerson | null;
  note: string | null;
  skipReason: string | null;
  /** The last sentence about it: what a probe saw, what the automation answered. */
  sentence: string | null;
  switches: boolean;
  attempts: AttemptView[];
  /** Of a verification: the newest replay. */
  suiteRun: {
    id: string;
    suiteId: string;
    state: 'RUNNING' | 'PASSED' | 'FAILED' | 'ABORTED';
    total: number;
    matched: number;
    differed: number;
    explained: number;
  } | null;
  /** Acts that the reader may do on it now. */
  acts: ('confirm' | 'approve' | 'refuse' | 'retry' | 'skip' | 'decide')[];
}

export interface RunSnapshotView {
  id: string;
  datasetName: string;
  externalId: string;
  takenAt: string;
  location: string;
  sizeBytes: number;
  passed: boolean;
  gate: { name: 'AGE' | 'CHECKSUM' | 'SEPARATE' | 'PRESENT'; ok: boolean; sentence: string }[];
  overrideReason: string | null;
  restoredAt: string | null;
}

export interface RunView {
  id: string;
  ref: string;
  version: number;
  kind: PlanKind;
  mode: RunMode;
  state: RunState;
  waitingFor: WaitingFor | null;
  /** What is true now, in one sentence. */
  sentence: string;
  service: { id: string; slug: string; name: string; rtoMinutes: number | null; rpoMinutes: number | null };
  plan: { id: string; name: string; versionNumber: number };
  incident: { ref: string; title: string; startedAt: string } | null;
  operator: RunPerson | null;
  announces: boolean;
  demoHistory: boolean;
  /** RTA is counted from here. */
  clockStartedAt: string | null;
  startedAt: string | null;
  pausedAt: string | null;
  finishedAt: string | null;
  rtaSeconds: number | null;
  rpaSeconds: number | null;
  safeStateNote: string | null;
  deviations: string | null;
  /** PRECHECK's lines. */
  precheck: {
    id: string;
    name: string;
    state: 'PENDING' | 'OK' | 'FAULT' | 'UNCLEAR';
    sentence: string | null;
  }[];
  /** Phases in order, with the step they are in. */
  phases: {
    number: number;
    name: string;
    publicName: string;
    state: StepState;
    startedAt: string | null;
    finishedAt: string | null;
    expectedSeconds: number | null;
  }[];
  steps: RunStepView[];
  /** Of the time left; null when the run is over. */
  estimate: Estimate | null;
  /** Of the whole, as it stood when the run began. */
  planned: Estimate | null;
  snapshots: RunSnapshotView[];
  /** What the operator's consent has told users so far, newest first. */
  told: { at: string; text: string }[];
  acts: ('begin' | 'pause' | 'resume' | 'abort' | 'takeOver' | 'chooseSnapshot' | 'setConsent')[];
  now: string;
}

export interface RunRow {
  id: string;
  ref: string;
  kind: PlanKind;
  mode: RunMode;
  state: RunState;
  service: { slug: string; name: string };
  plan: { id: string; name: string; versionNumber: number };
  incidentRef: string | null;
  operator: RunPerson | null;
  startedAt: string | null;
  finishedAt: string | null;
  rtaSeconds: number | null;
  rpaSeconds: number | null;
  demoHistory: boolean;
  phase: { number: number; of: number; publicName: string } | null;
}
