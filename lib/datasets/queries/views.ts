import { z } from 'zod';
import { instant, personSchema, view } from '@/lib/platform/answers/view';

const snapshotViewSchema = view('SnapshotView', {
  id: z.uuid(),
  externalId: z.string(),
  takenAt: instant,
  sizeBytes: z.int(),
  /** Its maker says that it is complete, and it is not far smaller than those before it. */
  whole: z.boolean(),
  /** Its maker says that it holds everything. */
  complete: z.boolean(),
  /** It is far smaller than those before it, and nobody has said that this is right. */
  short: z.boolean(),
  /** Who says that its size is right. */
  accepted: z.object({ by: personSchema.nullable(), at: instant, reason: z.string() }).nullable(),
  checksum: z.string(),
  system: z.string(),
  location: z.string(),
  reportedAt: instant,
  /** When its checksum was last found right, and when it was found gone or damaged. */
  verifiedAt: instant.nullable(),
  missingAt: instant.nullable(),
  /** The run that last loaded it. */
  restored: z
    .object({
      ref: z.string(),
      at: instant,
    })
    .nullable(),
});
export type SnapshotView = z.infer<typeof snapshotViewSchema>;

export const datasetViewSchema = view('DatasetView', {
  id: z.uuid(),
  version: z.int(),
  serviceId: z.uuid(),
  name: z.string(),
  intervalMinutes: z.int().nullable(),
  rpoMinutes: z.int().nullable(),
  system: z.string(),
  location: z.string(),
  keepDays: z.number().nullable(),
  archived: z.boolean(),
  /** Newest first. */
  snapshots: z.array(snapshotViewSchema),
  /** The run that last restored any of its snapshots. */
  lastRestored: z
    .object({
      ref: z.string(),
      at: instant,
    })
    .nullable(),
  /** Seconds since the newest whole snapshot that is still there; null without one. */
  ageSeconds: z.number().nullable(),
  state: z.enum(['WITHIN', 'OVERDUE', 'OVER_RPO', 'NONE']),
  /** What is true now, in one sentence. */
  sentence: z.string(),
  /** Weaknesses that stand open, each a sentence. */
  findings: z.array(z.string()),
});
export type DatasetView = z.infer<typeof datasetViewSchema>;
