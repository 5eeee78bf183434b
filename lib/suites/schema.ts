import { z } from 'zod';

export const suiteRunStateSchema = z.enum(['RUNNING', 'PASSED', 'FAILED', 'ABORTED']);
export type SuiteRunState = z.infer<typeof suiteRunStateSchema>;
export const suiteRunStateLabel: Record<SuiteRunState, string> = {
  RUNNING: 'Running',
  PASSED: 'Passed',
  FAILED: 'Differs',
  ABORTED: 'Stopped',
};

/** ERROR: the case got no answer that could be compared. */
export const caseOutcomeSchema = z.enum(['MATCH', 'DIFFER', 'SLOW', 'ERROR', 'EXPLAINED']);
export type CaseOutcome = z.infer<typeof caseOutcomeSchema>;
export const caseOutcomeLabel: Record<CaseOutcome, string> = {
  MATCH: 'Matches',
  DIFFER: 'Differs',
  SLOW: 'Too slow',
  ERROR: 'No answer',
  EXPLAINED: 'Differs, explained',
};

/** What a case can ask; a subset of the kinds of probes. */
export const caseKindSchema = z.enum(['HTTP', 'TCP', 'TLS', 'DNS']);
export type CaseKind = z.infer<typeof caseKindSchema>;
export const caseKindLabel: Record<CaseKind, string> = {
  HTTP: 'Request (HTTP)',
  TCP: 'Port answers (TCP)',
  TLS: 'Certificate (TLS)',
  DNS: 'Name resolves (DNS)',
};

export interface SuiteCounts {
  total: number;
  matched: number;
  differed: number;
  explained: number;
}
