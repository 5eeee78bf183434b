import { z } from 'zod';
import { serviceFindingSchema } from '@/lib/checks/queries/views';
import { databaseStates } from '@/lib/database/health/trouble';
import { memberActs } from '@/lib/home/rules/member-acts';
import { instant, view } from '@/lib/platform/answers/view';
import { senseSchema } from '@/lib/probes/schema';
import { severitySchema } from '@/lib/severity/schema';

const concernSchema = z.object({
  name: z.string(),
  /** What it is, what follows from it, and the setting that ends it. */
  says: z.string(),
  since: instant,
  /** Whether somebody may say that nothing has to be done about it. */
  settles: z.boolean(),
  /** Why nothing was to be done, as somebody said a while ago. */
  settlement: z.string().nullable(),
});

export const healthViewSchema = view('HealthView', {
  database: z.enum(databaseStates),
  /** What somebody has to set right, the oldest first. */
  concerns: z.array(concernSchema),
});
export type HealthView = z.infer<typeof healthViewSchema>;

export const consoleFrameSchema = view('ConsoleFrame', {
  /** At most eight, worst first. `name` is the service when it is one, else the title. */
  incidents: z.array(
    z.object({
      ref: z.string(),
      title: z.string(),
      name: z.string(),
      severity: severitySchema,
      madeAt: instant,
      dueAt: instant.nullable(),
    }),
  ),
  open: z.int(),
  /** Reports nobody has decided about; null for roles that do not triage. */
  waiting: z.int().nullable(),
  undelivered: z.number(),
  /**
   * Since when none of the monitors gets an answer, or none of those that need a part of Standby's line, so that
   * nothing is known of their targets; null while some do.
   */
  blindSince: instant.nullable(),
  /** What it does not see. */
  blindSense: senseSchema.nullable(),
  /** API keys that end soon or have ended, and were not revoked; null for roles that do not look after keys. */
  endingKeys: z.int().nullable(),
  /** What whoever runs this installation has to set right; empty for roles that do not. */
  concerns: z.array(concernSchema),
  /** Findings that data is lost by as long as nobody has settled them. */
  critical: z.array(serviceFindingSchema),
  acts: z.array(z.enum(memberActs)),
});
export type ConsoleFrame = z.infer<typeof consoleFrameSchema>;
