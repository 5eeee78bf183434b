import { z } from 'zod';

export const publicStageSchema = z.enum(['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED']);
export type PublicStage = z.infer<typeof publicStageSchema>;

/** What users read instead of a stage of an incident, on pages, in mails, feeds and JSON alike. */
export const publicStageOf = {
  TRIAGED: 'INVESTIGATING',
  INVESTIGATING: 'INVESTIGATING',
  ACTING: 'IDENTIFIED',
  MONITORING: 'MONITORING',
  RESOLVED: 'RESOLVED',
  CLOSED: 'RESOLVED',
} as const satisfies Record<string, PublicStage>;
export type UpdateStage = keyof typeof publicStageOf;

export const publicStageLabel: Record<PublicStage, string> = {
  INVESTIGATING: 'Looking for the cause',
  IDENTIFIED: 'Being fixed',
  MONITORING: 'Watching it',
  RESOLVED: 'Back to normal',
};

export function publicStageWords(stage: UpdateStage): string {
  return publicStageLabel[publicStageOf[stage]];
}
