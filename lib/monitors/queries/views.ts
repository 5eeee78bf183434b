import { z } from 'zod';
import { monitorStateSchema } from '@/lib/monitors/schema';
import { instant, view } from '@/lib/platform/answers/view';
import { networkProbeSchema } from '@/lib/probes/rules/probe';

/** One probe, as a bar shows it. */
const monitorResultViewSchema = view('MonitorResultView', {
  at: instant,
  ok: z.boolean(),
  totalMs: z.int(),
});
export type MonitorResultView = z.infer<typeof monitorResultViewSchema>;

const monitorViewSchema = view('MonitorView', {
  id: z.uuid(),
  name: z.string(),
  probe: networkProbeSchema,
  intervalSeconds: z.number(),
  confirmations: z.number(),
  raisesReports: z.boolean(),
  state: monitorStateSchema,
  /** Since when, as ISO; null before the first probe counted. */
  stateSince: z.string().nullable(),
  paused: z.boolean(),
  version: z.int(),
  /** The newest probe with its sentence. */
  last: monitorResultViewSchema
    .extend(
      z.object({
        sentence: z.string().nullable(),
      }).shape,
    )
    .nullable(),
  /** At most 30, oldest first, without those that say nothing of the target. */
  results: z.array(monitorResultViewSchema),
  /** The last 30 days, without those that nobody probed. */
  days: z.array(
    z.object({
      day: z.string(),
      total: z.int(),
      failed: z.number(),
    }),
  ),
});
export type MonitorView = z.infer<typeof monitorViewSchema>;

export const serviceMonitorsSchema = view('ServiceMonitors', {
  monitors: z.array(monitorViewSchema),
});
export type ServiceMonitors = z.infer<typeof serviceMonitorsSchema>;
