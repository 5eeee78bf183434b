import { z } from 'zod';

/** Acknowledge a report, first update, then at least every so often, restore the service. */
export const clockKindSchema = z.enum(['ACKNOWLEDGE', 'FIRST_UPDATE', 'UPDATE', 'RESTORE']);
export type ClockKind = z.infer<typeof clockKindSchema>;
export const clockKindLabel: Record<ClockKind, string> = {
  ACKNOWLEDGE: 'Acknowledge',
  FIRST_UPDATE: 'First update',
  UPDATE: 'Next update',
  RESTORE: 'Restore',
};
