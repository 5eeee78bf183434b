import type { Pointing } from '@/lib/checks/rules/pointing';
import type { CheckOutcome, CheckState, FindingState } from '@/lib/checks/schema';
import type { IncidentStage } from '@/lib/incidents/schema';
import type { Probe, Timings } from '@/lib/probes/rules/probe';
import type { ProbeKind } from '@/lib/probes/schema';
import type { Area } from '@/lib/services/schema';

/* Instants in views are ISO texts. */

interface Named {
  id: string;
  name: string;
}

export interface CheckResultView {
  id: string;
  outcome: CheckOutcome;
  sentence: string;
  timings: Timings | null;
  evidence: Record<string, unknown> | null;
  startedAt: string;
  finishedAt: string;
  /** Who recorded it; null when Standby ran it. */
  by: Named | null;
}

export interface CheckView {
  id: string;
  version: number;
  area: Area;
  name: string;
  instruction: string;
  /** None: a person does it. */
  probeKind: ProbeKind | null;
  state: CheckState;
  note: string | null;
  service: Named | null;
  server: Named | null;
  assignee: Named | null;
  finishedBy: Named | null;
  finishedAt: string | null;
  /** What it came to the last time, also while it runs again. */
  last: CheckResultView | null;
}

export interface AreaView {
  area: Area;
  checked: number;
  total: number;
  sentence: string;
  checks: CheckView[];
}

/** The newest look over the network of each automated check. */
export interface ProbeRow {
  checkId: string;
  name: string;
  probeKind: ProbeKind;
  outcome: CheckOutcome;
  sentence: string;
  timings: Timings;
  at: string;
}

export interface FindingView {
  id: string;
  version: number;
  area: Area;
  sentence: string;
  state: FindingState;
  by: Named | null;
  settledBy: Named | null;
  createdAt: string;
  settledAt: string | null;
  check: Named | null;
}

export interface IncidentChecksView {
  incidentId: string;
  ref: string;
  stage: IncidentStage;
  checked: number;
  total: number;
  /** Automated checks that wait or run. */
  busy: number;
  areas: AreaView[];
  probes: ProbeRow[];
  points: Pointing;
  findings: FindingView[];
  /** For choosing what a new check is about. */
  services: (Named & { servers: Named[] })[];
}

export interface CheckTemplateView {
  id: string;
  version: number;
  area: Area;
  name: string;
  instruction: string;
  probe: Probe | null;
  position: number;
  service: Named | null;
}

export interface CheckTemplatesView {
  service: (Named & { slug: string }) | null;
  templates: CheckTemplateView[];
  /** What Standby makes of the catalogue by itself; empty without a service. */
  derived: { area: Area; name: string; instruction: string; probeKind: ProbeKind }[];
}
