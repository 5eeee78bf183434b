import { z } from 'zod';
import { lines } from '@/lib/platform/input/text';

const sentence = lines(1_000).min(1);

/** What an automation hands back is kept as evidence, so it is small. */
const outputSchema = z
  .json()
  .refine((value) => JSON.stringify(value).length <= 8_000, 'More than 8,000 characters of output.');

const finished = {
  state: z.enum(['done', 'failed']),
  sentence: sentence.optional(),
  output: outputSchema.optional(),
};

/** The body of an answer with 200: how it went. */
export const answerSchema = z.object(finished);
/** The body of an answer with 202: it has begun, and calls back. */
export const acceptedSchema = z.object({ state: z.literal('accepted'), sentence: sentence.optional() });
/** The body of a call-back: the same as an answer. */
export const callBackSchema = z.object(finished);
export type CallBackBody = z.infer<typeof callBackSchema>;
