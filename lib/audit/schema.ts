import { z } from 'zod';

/** The nouns whose events can be looked at alone; the part of an event's type before the dot. */
export const auditNouns = [
  'report',
  'incident',
  'update',
  'service',
  'plan',
  'subscriber',
  'delivery',
  'member',
  'session',
  'key',
  'team',
  'settings',
] as const;

export const listEventsInput = z.object({
  noun: z.enum(auditNouns).optional().catch(undefined),
  /** Events before this position. */
  before: z.coerce.bigint().positive().optional().catch(undefined),
});

export interface AuditSubject {
  kind: string;
  id: string;
  /** A reference or a name; null when it has none or is gone. */
  name: string | null;
}

export interface AuditEventView {
  position: string;
  type: string;
  at: string;
  recordedAt: string;
  drill: boolean;
  actor: string;
  /** One sentence. */
  what: string;
  subjects: AuditSubject[];
  requestId: string | null;
}

export interface AuditPageView {
  events: AuditEventView[];
  /** For `before` of the next, older page. */
  older: string | null;
}

export interface AuditVerdictView {
  ok: boolean;
  checked: number;
  head: { position: string; hash: string };
  faults: string[];
  /** Heads written down outside the database that were compared. */
  anchors: number;
  at: string;
}
