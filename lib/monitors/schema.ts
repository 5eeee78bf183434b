import { z } from 'zod';
import { type NetworkProbe, probeSchema } from '@/lib/probes/rules/probe';

export const monitorStateSchema = z.enum(['UNKNOWN', 'UP', 'DOWN']);
export type MonitorState = z.infer<typeof monitorStateSchema>;
export const monitorStateLabel: Record<MonitorState, string> = {
  UNKNOWN: 'Not known yet',
  UP: 'Up',
  DOWN: 'Down',
};

/** What a monitor looks at: what goes out over the network. */
export const monitorProbeSchema = probeSchema.transform((probe, check): NetworkProbe => {
  if (probe.kind !== 'BACKUP_AGE' && probe.kind !== 'KNOWN_GOOD') return probe;
  check.addIssue({
    code: 'custom',
    message: 'A monitor looks at names, ports, certificates and pages only.',
  });
  return z.NEVER;
});

/** One look, as a bar shows it. */
export interface MonitorLook {
  at: string;
  ok: boolean;
  totalMs: number;
}

export interface MonitorView {
  id: string;
  name: string;
  probe: NetworkProbe;
  intervalSeconds: number;
  confirmations: number;
  raisesReports: boolean;
  state: MonitorState;
  /** Since when, as ISO; null before the first look counted. */
  stateSince: string | null;
  paused: boolean;
  version: number;
  /** The newest look with its sentence. */
  last: (MonitorLook & { sentence: string | null }) | null;
  /** At most 30, oldest first. */
  looks: MonitorLook[];
  /** The last 30 days, without those that nobody looked at. */
  days: { day: string; total: number; failed: number }[];
}

export interface ServiceMonitors {
  monitors: MonitorView[];
}
