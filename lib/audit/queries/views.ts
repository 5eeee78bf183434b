import { z } from 'zod';
import { instant, view } from '@/lib/platform/answers/view';

const auditSubjectSchema = view('AuditSubject', {
  kind: z.string(),
  id: z.uuid(),
  /** A reference or a name; null when it has none or is gone. */
  name: z.string().nullable(),
});
export type AuditSubject = z.infer<typeof auditSubjectSchema>;

const auditEventViewSchema = view('AuditEventView', {
  position: z.string(),
  type: z.string(),
  at: instant,
  recordedAt: instant,
  drill: z.boolean(),
  actor: z.string(),
  /** One sentence. */
  what: z.string(),
  subjects: z.array(auditSubjectSchema),
  requestId: z.uuid().nullable(),
});
export type AuditEventView = z.infer<typeof auditEventViewSchema>;

export const auditPageViewSchema = view('AuditPageView', {
  events: z.array(auditEventViewSchema),
  /** For `before` of the next, older page. */
  older: z.string().nullable(),
});
export type AuditPageView = z.infer<typeof auditPageViewSchema>;

export const auditVerdictViewSchema = view('AuditVerdictView', {
  ok: z.boolean(),
  checked: z.int(),
  head: z.object({
    position: z.string(),
    hash: z.string(),
  }),
  faults: z.array(z.string()),
  /** Heads written down outside the database that were compared. */
  anchors: z.number(),
  at: instant,
});
export type AuditVerdictView = z.infer<typeof auditVerdictViewSchema>;
