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
