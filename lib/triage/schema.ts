import { z } from 'zod';
import { incidentRefSchema, reasonSchema, writtenText } from '@/lib/incidents/schema';
import { pageInput } from '@/lib/platform/input/page-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { reportRefSchema } from '@/lib/reports/schema';
import { severitySchema } from '@/lib/severity/schema';

/** The version of the report that was read: whoever decides on an older one is told what happened since. */
const decided = {
  ref: reportRefSchema,
  version: seenVersion,
};

export const linkInput = z.object({
  ...decided,
  incidentRef: incidentRefSchema,
  severity: severitySchema.optional(),
});
export const askInput = z.object({ ...decided, text: writtenText('The question', 10_000) });
export const declineInput = z.object({ ...decided, reason: reasonSchema });

export const triageQueueInput = z.object({
  show: z.enum(['waiting', 'asked', 'mine', 'all']).default('waiting'),
  service: z.string().max(80).optional(),
  ...pageInput,
});
