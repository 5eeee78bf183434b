import { z } from 'zod';
import { serviceFindingSchema } from '@/lib/checks/queries/views';
import { incidentRowSchema, timelineItemSchema } from '@/lib/incidents/queries/views';
import { instant, view } from '@/lib/platform/answers/view';
import { severitySchema } from '@/lib/severity/schema';
import { triageRowSchema } from '@/lib/triage/queries/views';

export const homeSummarySchema = view('HomeSummary', {
  now: instant,
  open: z.array(incidentRowSchema),
  bySeverity: z.record(severitySchema, z.number()),
  /** Null for roles that do not triage. */
  waiting: z
    .object({ count: z.number(), oldestAt: instant.nullable(), rows: z.array(triageRowSchema) })
    .nullable(),
  /** Updates promised within the next hour or overdue, soonest first. */
  due: z.array(
    z.object({
      ref: z.string(),
      title: z.string(),
      severity: severitySchema,
      dueAt: instant,
      missed: z.boolean(),
    }),
  ),
  /** What Standby found on services and nobody has settled, the worst first. */
  findings: z.array(serviceFindingSchema),
  /** Newest first, with the incident that an item is about. */
  activity: z.array(timelineItemSchema.extend({ incidentRef: z.string().nullable() })),
  /** The hours of today in the organisation's zone, up to now. */
  reportsPerHour: z.array(z.object({ hour: instant, joined: z.number(), other: z.number() })),
  reportsToday: z.number(),
  lastClosed: z
    .object({
      ref: z.string(),
      title: z.string(),
      startedAt: instant,
      resolvedAt: instant,
      closedAt: instant,
    })
    .nullable(),
});
export type HomeSummary = z.infer<typeof homeSummarySchema>;
