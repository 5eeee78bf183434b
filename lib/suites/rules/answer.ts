import { z } from 'zod';

/** What a case got, without the body itself; stored with the baseline and with every result. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('HTTP'),
    status: z.int(),
    /** Whether another page answered, to which the request was redirected. Left out where that was not noted. */
    redirected: z.boolean().optional(),
    /** Names in small letters. */
    headers: z.record(z.string(), z.string()),
    /** Bytes of the body. */
    size: z.int(),
    /** Hex. */
    sha256: z.string(),
    /** The first part of a text body, for people; null for other bytes. */
    excerpt: z.string().nullable(),
  }),
  z.object({
    kind: z.enum(['TCP', 'TLS', 'DNS']),
    ok: z.boolean(),
    sentence: z.string(),
    addresses: z.array(z.string()).default([]),
    issuer: z.string().nullable().default(null),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;
export type HttpAnswer = Extract<Answer, { kind: 'HTTP' }>;
export type ProbeAnswer = Exclude<Answer, { kind: 'HTTP' }>;

/** An answer as it came, with what is compared but not stored with it. */
export interface ReceivedAnswer<A extends Answer = Answer> {
  answer: A;
  /** The whole body as text when it is one; null for other bytes. */
  text: string | null;
  latencyMs: number;
}

/** One thing that is not as in the baseline. `path` is `status`, `header:<name>`, `latency` or a place in the body. */
export const differenceSchema = z.object({
  path: z.string(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  sentence: z.string(),
});
export type Difference = z.infer<typeof differenceSchema>;
