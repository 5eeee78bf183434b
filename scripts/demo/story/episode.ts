import type { CauseKind, IncidentStage } from '@/lib/incidents/schema';
import type { Experience } from '@/lib/reports/rules/details';
import type { Severity } from '@/lib/severity/schema';

/** Every time is in minutes before the demo is made, so that its history is always the last weeks. */
export interface DemoReport {
  ago: number;
  name: string;
  where: string;
  experience: Experience;
  text: string;
  affectedCount?: number;
}

interface DemoUpdate {
  ago: number;
  by: string;
  text: string;
  /** The next promise, in minutes after this update. */
  next: number;
  stage?: IncidentStage;
  audience?: 'PUBLIC' | 'REPORTERS' | 'INTERNAL';
}

export interface Episode {
  title: string;
  service: string;
  severity: Severity;
  slow?: boolean;
  startedAgo: number;
  declaredAgo: number;
  by: string;
  manager: string;
  communications?: string;
  /** The first one is what the incident is declared from. */
  reports: DemoReport[];
  notes?: { ago: number; by: string; text: string }[];
  updates: DemoUpdate[];
  resolved?: { ago: number; by: string; text: string };
  closed?: { ago: number; by: string; cause?: CauseKind; because?: string };
}

const hour = 60;
export const day = 24 * hour;

export const report = (
  ago: number,
  name: string,
  where: string,
  experience: Experience,
  text: string,
  affectedCount?: number,
): DemoReport => ({ ago, name, where, experience, text, ...(affectedCount ? { affectedCount } : {}) });
