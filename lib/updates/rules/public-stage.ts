import { z } from 'zod';

export const publicStageSchema = z.enum(['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED']);
export type PublicStage = z.infer<typeof publicStageSchema>;

/** The stages of an incident, in their order. */
export const incidentStageSchema = z.enum([
  'TRIAGED',
  'INVESTIGATING',
  'ACTING',
  'MONITORING',
  'RESOLVED',
  'CLOSED',
]);
export type IncidentStage = z.infer<typeof incidentStageSchema>;

/** What users read instead of a stage of an incident, on pages, in mails, feeds and JSON alike. */
export const publicStageOf = {
  TRIAGED: 'INVESTIGATING',
  INVESTIGATING: 'INVESTIGATING',
  ACTING: 'IDENTIFIED',
  MONITORING: 'MONITORING',
  RESOLVED: 'RESOLVED',
  CLOSED: 'RESOLVED',
} as const satisfies Record<IncidentStage, PublicStage>;

export const publicStageLabel: Record<PublicStage, string> = {
  INVESTIGATING: 'Looking for the cause',
  IDENTIFIED: 'Being fixed',
  MONITORING: 'Watching it',
  RESOLVED: 'Back to normal',
};

/** How a title in a feed begins: the words that programs which follow status pages look for. */
export const feedStageLabel: Record<PublicStage, string> = {
  INVESTIGATING: 'Investigating',
  IDENTIFIED: 'Identified',
  MONITORING: 'Monitoring',
  RESOLVED: 'Resolved',
};

export function publicStageWords(stage: IncidentStage): string {
  return publicStageLabel[publicStageOf[stage]];
}
