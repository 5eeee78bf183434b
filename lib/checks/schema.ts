import { z } from 'zod';

export const checkStateSchema = z.enum(['PENDING', 'RUNNING', 'OK', 'FAULT', 'UNCLEAR', 'SKIPPED']);
export type CheckState = z.infer<typeof checkStateSchema>;
export const checkStateLabel: Record<CheckState, string> = {
  PENDING: 'To do',
  RUNNING: 'Running',
  OK: 'OK',
  FAULT: 'Fault',
  UNCLEAR: 'Unclear',
  SKIPPED: 'Skipped',
};

/** What a check can come to; a skipped one came to nothing. */
export const checkOutcomeSchema = z.enum(['OK', 'FAULT', 'UNCLEAR']);
export type CheckOutcome = z.infer<typeof checkOutcomeSchema>;

export const findingStateSchema = z.enum(['SUSPECTED', 'CONFIRMED', 'RULED_OUT']);
export type FindingState = z.infer<typeof findingStateSchema>;
export const findingStateLabel: Record<FindingState, string> = {
  SUSPECTED: 'Suspected',
  CONFIRMED: 'Confirmed',
  RULED_OUT: 'Ruled out',
};
