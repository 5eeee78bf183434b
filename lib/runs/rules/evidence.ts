import { z } from 'zod';

/** What is kept of a step's work: always one sentence, and what stands behind it. */
const stepEvidenceSchema = z.object({
  sentence: z.string().nullable().default(null),
  /** Of a check, or a step with a probe of its own: how often it looked, and the last look. */
  tries: z.int().optional(),
  outcome: z.enum(['OK', 'FAULT', 'UNCLEAR']).optional(),
  look: z.record(z.string(), z.json()).optional(),
  /** Of a step that is done by a person's word: whether its own probe showed it. */
  shown: z.boolean().optional(),
  /** Of a verification. */
  suiteRunId: z.uuid().optional(),
  /** Of an automated step: what the automation handed back. */
  output: z.json().optional(),
  /** Of an automated step that a person tried again: its tries count from the attempt after this one. */
  triedBefore: z.int().optional(),
  /** When a person had it tried again, or it was answered and its probe began: from then on its own time counts. */
  since: z.iso.datetime().optional(),
  /** Of an announcement: the update it was published as; null when it was only recorded. */
  updateId: z.uuid().nullable().optional(),
});
export type StepEvidence = z.infer<typeof stepEvidenceSchema>;

/** Reads evidence leniently: what an older Standby wrote in another shape is no reason to show nothing. */
export function evidenceOf(step: { evidence: unknown }): StepEvidence {
  const read = stepEvidenceSchema.safeParse(step.evidence ?? {});
  return read.success ? read.data : { sentence: null };
}
