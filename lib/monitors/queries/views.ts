import type { MonitorState } from '@/lib/monitors/schema';
import type { NetworkProbe } from '@/lib/probes/rules/probe';

/** One look, as a bar shows it. */
export interface MonitorResultView {
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
  last: (MonitorResultView & { sentence: string | null }) | null;
  /** At most 30, oldest first. */
  looks: MonitorResultView[];
  /** The last 30 days, without those that nobody looked at. */
  days: { day: string; total: number; failed: number }[];
}

export interface ServiceMonitors {
  monitors: MonitorView[];
}
