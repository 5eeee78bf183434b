import { z } from 'zod';
import { planKindSchema } from '@/lib/plans/schema';

const instant = z.iso.datetime();

/**
 * What users read of a run: preparing, a step of so many, checking the result, held up, done, or stopped. Their steps
 * are the phases of the plan.
 */
const recoveryStateSchema = z.enum(['PREPARING', 'STEP', 'CHECKING', 'HELD', 'DONE', 'STOPPED']);
export type RecoveryState = z.infer<typeof recoveryStateSchema>;

/** A live run whose operator agreed that users are told. */
export const publicRecovery = z.strictObject({
  id: z.string(),
  kind: planKindSchema,
  state: recoveryStateSchema,
  /** From 1; null before the first. */
  step: z.number().int().min(1).nullable(),
  of: z.number().int().min(0),
  steps: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(['done', 'skipped', 'current', 'ahead']),
      /** Of a finished one. */
      seconds: z.number().int().min(0).nullable(),
    }),
  ),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  changedAt: instant,
  /** When it is expected back, where three or more practised runs allow to say so. */
  expected: z.strictObject({ from: instant, to: instant }).nullable(),
  /** The runs that the times come from; null when it was never practised, so that no time is said. */
  known: z
    .strictObject({
      drills: z.number().int().min(0),
      live: z.number().int().min(0),
      /** The shortest and the longest of them, in seconds. */
      least: z.number().min(0),
      most: z.number().min(0),
      lastAt: instant,
      /** Steps of this one that none of them has timed. */
      untimed: z.number().int().min(0),
    })
    .nullable(),
});
export type PublicRecovery = z.infer<typeof publicRecovery>;
