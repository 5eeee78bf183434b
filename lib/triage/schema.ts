import { z } from 'zod';
import { incidentRefSchema, reasonSchema, writtenText } from '@/lib/incidents/schema';
import { severitySchema } from '@/lib/severity/schema';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Names a report: its reference or its id. */
export const reportRefSchema = z
  .string('Name a report, such as R-7K3M9Q.')
  .trim()
  .refine((ref) => /^R-[0-9A-Z]{4,12}$/i.test(ref) || uuid.test(ref), 'Name a report, such as R-7K3M9Q.');

/** The version of the report that was read: whoever decides on an older one is told what happened since. */
const decided = {
  ref: reportRefSchema,
  version: z.coerce.number('Say which version of the report you read.').int().positive(),
};

export const joinInput = z.object({
  ...decided,
  incidentRef: incidentRefSchema,
  severity: severitySchema.optional(),
});
export const askInput = z.object({ ...decided, text: writtenText('The question', 10_000) });
export const declineInput = z.object({ ...decided, reason: reasonSchema });
export const openInput = z.object({ ref: reportRefSchema });
