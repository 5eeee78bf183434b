import type { PlanKind, RunMode } from '@/lib/plans/schema';
import type { Estimate } from '@/lib/runs/rules/estimate';
import type { DrillKind, RunState } from './schema';

/** A plan as one looks at it who is about to run it: what is known of its time, and from what. */
export interface RecoveryPlanRow {
  id: string;
  name: string;
  kind: PlanKind;
  /** Number of the version that a run would follow; null when none is published, and it cannot run. */
  published: number | null;
  service: {
    id: string;
    slug: string;
    name: string;
    rtoMinutes: number | null;
    rpoMinutes: number | null;
  };
  /** Names of the phases in the users' words. */
  phases: string[];
  steps: number;
  /** Steps after which users reach another machine. */
  switches: number;
  estimate: Estimate;
  /** The drill that ended last, however it ended. */
  lastDrill: {
    ref: string;
    kind: DrillKind | null;
    state: RunState;
    finishedAt: string;
    rtaSeconds: number | null;
    rpaSeconds: number | null;
    cases: { total: number; matched: number; explained: number } | null;
  } | null;
  /** Runs of it that are not over. */
  running: { ref: string; mode: RunMode }[];
}
