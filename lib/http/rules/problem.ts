import { z } from 'zod';
import { errorCodes } from '@/lib/platform/errors';

/** An RFC 9457 problem document. `detail` is the sentence of the refusal, `fields` its refusals per input field. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.enum([...errorCodes, 'internal']),
  status: z.int(),
  detail: z.string(),
  fields: z.record(z.string(), z.array(z.string())).optional(),
  /** In seconds. */
  retryAfter: z.number().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
