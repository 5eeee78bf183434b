import { z } from 'zod';

export const problemStateSchema = z.enum(['SUSPECTED', 'CONFIRMED', 'RULED_OUT', 'FIXED']);
export type ProblemState = z.infer<typeof problemStateSchema>;
export const problemStateLabel: Record<ProblemState, string> = {
  SUSPECTED: 'Suspected',
  CONFIRMED: 'Confirmed',
  RULED_OUT: 'Ruled out',
  FIXED: 'Fixed',
};
