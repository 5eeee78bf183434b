import { z } from 'zod';
import { planKindSchema, runModeSchema } from '@/lib/plans/schema';
import { instant, view } from '@/lib/platform/answers/view';
import { drillKindSchema, runStateSchema } from '@/lib/runs/schema';

/** How much the claim may say: with none no time at all, from 1 a plain fact, from 3 a range, from 5 p50 and p90. */
const estimateBasisSchema = z.enum(['NEVER', 'FEW', 'RANGE', 'PERCENTILES']);
export type EstimateBasis = z.infer<typeof estimateBasisSchema>;

/** Seconds, from verified runs of the plan only. Every figure is null when it was never drilled. */
export const estimateSchema = view('Estimate', {
  basis: estimateBasisSchema,
  /** Verified runs behind it, drills and live ones. */
  runs: z.int(),
  drills: z.int(),
  lastAt: instant.nullable(),
  /** The last one is older than the policy allows: the claim is lowered. */
  stale: z.boolean(),
  /** Steps of the plan that no verified run has timed yet. */
  untimed: z.int(),
  /** Their names, in the order of the plan. */
  untimedSteps: z.array(z.string()),
  p50Seconds: z.number().nullable(),
  /** From 5 runs on. */
  p90Seconds: z.number().nullable(),
  /** The range that users are told, from the likely to the careful end. From 3 runs on. */
  fromSeconds: z.number().nullable(),
  toSeconds: z.number().nullable(),
  /** Where each past run would finish from here, for the dots of the picture. Ascending. */
  samples: z.array(z.number()),
  /** “between 6 and 9 min, from 4 drills, the last 3 days ago” or “never drilled”. */
  words: z.string(),
});
export type Estimate = z.infer<typeof estimateSchema>;

/** A plan as one looks at it who is about to run it: what is known of its time, and from what. */
export const recoveryPlanRowSchema = view('RecoveryPlanRow', {
  id: z.uuid(),
  name: z.string(),
  kind: planKindSchema,
  /** Number of the version that a run would follow; null when none is published, and it cannot run. */
  published: z.int().nullable(),
  service: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    rtoMinutes: z.int().nullable(),
    rpoMinutes: z.int().nullable(),
  }),
  /** Names of the phases in the users' words. */
  phases: z.array(z.string()),
  steps: z.int(),
  /** Steps after which users reach another machine. */
  switches: z.int(),
  /** “2.1 Turn off shop-1”: switches and fences by hand that no probe shows, so that they are done by somebody's word. */
  onlySaid: z.array(z.string()),
  estimate: estimateSchema,
  /** The drill that ended last, however it ended; not one that only talked the plan through. */
  lastDrill: z
    .object({
      ref: z.string(),
      kind: drillKindSchema.nullable(),
      state: runStateSchema,
      finishedAt: instant,
      rtaSeconds: z.number().nullable(),
      rpaSeconds: z.number().nullable(),
      cases: z
        .object({
          total: z.int(),
          matched: z.int(),
          explained: z.int(),
        })
        .nullable(),
    })
    .nullable(),
  /** Runs of it that are not over. */
  running: z.array(
    z.object({
      ref: z.string(),
      mode: runModeSchema,
    }),
  ),
});
export type RecoveryPlanRow = z.infer<typeof recoveryPlanRowSchema>;
