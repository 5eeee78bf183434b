import { z } from 'zod';

export const suiteRunStateSchema = z.enum(['RUNNING', 'PASSED', 'FAILED', 'ABORTED']);
export type SuiteRunState = z.infer<typeof suiteRunStateSchema>;

/** ERROR: the case got no answer that could be compared. */
export const caseOutcomeSchema = z.enum(['MATCH', 'DIFFER', 'SLOW', 'ERROR', 'EXPLAINED']);
export type CaseOutcome = z.infer<typeof caseOutcomeSchema>;

/** What a case can ask; a subset of the kinds of probes. */
export const caseKindSchema = z.enum(['HTTP', 'TCP', 'TLS', 'DNS']);
export type CaseKind = z.infer<typeof caseKindSchema>;

export interface SuiteCounts {
  total: number;
  matched: number;
  differed: number;
  explained: number;
}
