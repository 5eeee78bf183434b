import { z } from 'zod';

export const actionStateSchema = z.enum(['OPEN', 'DOING', 'DONE', 'DROPPED']);
export type ActionState = z.infer<typeof actionStateSchema>;
export const actionStateLabel: Record<ActionState, string> = {
  OPEN: 'Open',
  DOING: 'Doing',
  DONE: 'Done',
  DROPPED: 'Dropped',
};
