import type { Severity } from '@/lib/severity/schema';

/** Instants are ISO texts. */
export interface ConsoleFrame {
  /** At most eight, worst first. `name` is the service when it is one, else the title. */
  incidents: {
    ref: string;
    title: string;
    name: string;
    severity: Severity;
    madeAt: string;
    dueAt: string | null;
  }[];
  open: number;
  /** Reports nobody has decided about; null for roles that do not triage. */
  waiting: number | null;
  undelivered: number;
}
