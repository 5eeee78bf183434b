import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { lines, name as uniqueName } from '@/lib/platform/input/text';
import { httpRequestSchema } from '@/lib/probes/rules/probe';
import { answerSchema } from './answer';

const name = (what: string) =>
  uniqueName(120, { missing: `Give the ${what} a name.`, long: 'Use 120 characters or fewer.' });

/** Where a suite is replayed. Cases add their path, or take its host and port. */
export const addressSchema = z
  .string()
  .trim()
  .max(500, 'Use 500 characters or fewer.')
  .refine(isPlainAddress, 'Enter an address like https://shop.example.org, without ? and #.');

function isPlainAddress(text: string): boolean {
  try {
    const url = new URL(text);
    const plain = !url.username && !url.password && !url.search && !url.hash;
    return plain && (url.protocol === 'http:' || url.protocol === 'https:');
  } catch {
    return false;
  }
}

const hostSchema = z.string().trim().min(1, 'Enter a host name or an address.').max(253);
const portSchema = z.int().min(1, 'A port is 1 to 65535.').max(65_535, 'A port is 1 to 65535.');

/** What a case asks. `null` for a host or a port takes the one of the address. */
export const caseRequestSchema = z.discriminatedUnion('kind', [
  httpRequestSchema.omit({ url: true }).extend({
    kind: z.literal('HTTP'),
    path: z
      .string()
      .trim()
      .max(2_000)
      .regex(/^\/(?!\/)/, 'Begin the path with one slash, like /items.'),
  }),
  z.strictObject({
    kind: z.literal('TCP'),
    host: hostSchema.nullable().default(null),
    port: portSchema.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('TLS'),
    host: hostSchema.nullable().default(null),
    port: portSchema.nullable().default(null),
    servername: hostSchema.nullable().default(null),
    minDays: z.int().min(0).max(365).default(14),
  }),
  z.strictObject({ kind: z.literal('DNS'), host: hostSchema.nullable().default(null) }),
]);
export type CaseRequest = z.infer<typeof caseRequestSchema>;

/** Whether it asks the service to change something. A front that refuses all that does is found by such a case alone. */
export function writes(request: unknown): boolean {
  const asked = caseRequestSchema.safeParse(request);
  return asked.success && asked.data.kind === 'HTTP' && !['GET', 'HEAD'].includes(asked.data.method);
}

interface KnownCase {
  request: unknown;
  expected: unknown;
  comparison: unknown;
}

/**
 * Whether a case of a baseline shows that the service takes what it is asked to change: that was taken when the baseline
 * was recorded, and a page that says 200 to everything would differ from what was answered.
 */
export function showsWrites({ request, expected, comparison }: KnownCase): boolean {
  const known = answerSchema.safeParse(expected);
  const rules = comparisonSchema.safeParse(comparison);
  if (!writes(request) || known.data?.kind !== 'HTTP' || rules.data?.kind !== 'HTTP') return false;
  const { status } = known.data;
  return status < 400 && rules.data.status && (status !== 200 || rules.data.body.as !== 'NOTHING');
}

/** `items[*].updatedAt`: `*` is any one name or place, `**` any depth. */
const pathSchema = z.string().trim().min(1, 'Enter a path like items[*].updatedAt.').max(200);

const toleranceSchema = z
  .strictObject({
    path: pathSchema,
    absolute: z.number().min(0).nullable().default(null),
    /** A share of the known value: 0.05 is 5 %. */
    relative: z.number().min(0).max(10).nullable().default(null),
  })
  .refine((rule) => rule.absolute !== null || rule.relative !== null, 'Say how far the number may be off.');
export type Tolerance = z.infer<typeof toleranceSchema>;

/** A list whose order does not matter: items belong together by a field of theirs, or, with null, by their value. */
const unorderedSchema = z.strictObject({
  path: pathSchema,
  key: z.string().trim().min(1).max(100).nullable().default(null),
});

const bodySchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('JSON'),
    ignore: z.array(pathSchema).max(100).default([]),
    tolerances: z.array(toleranceSchema).max(50).default([]),
    unordered: z.array(unorderedSchema).max(50).default([]),
    /** Fields that the known answer does not have. */
    extra: z.enum(['ALLOWED', 'REFUSED']).default('ALLOWED'),
  }),
  z.strictObject({ as: z.literal('TEXT') }),
  z.strictObject({
    as: z.literal('CONTAINS'),
    texts: z.array(z.string().min(1).max(500)).min(1, 'Say which words have to be there.').max(20),
  }),
  z.strictObject({ as: z.literal('BYTES') }),
  z.strictObject({ as: z.literal('NOTHING') }),
]);
export type BodyComparison = z.infer<typeof bodySchema>;

const latencySchema = z.strictObject({
  /** Milliseconds. */
  maxMs: z.int().min(1).max(60_000).nullable().default(null),
  /** Times the baseline's milliseconds; at least 100 ms are always given. */
  factor: z.number().min(1).max(1_000).nullable().default(null),
});
export type LatencyComparison = z.infer<typeof latencySchema>;

/** What has to be as in the baseline, by the kind of the case. */
export const comparisonSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('HTTP'),
    status: z.boolean().default(true),
    headers: z.array(z.string().trim().toLowerCase().min(1).max(100)).max(30).default(['content-type']),
    body: bodySchema.prefault({ as: 'JSON' }),
    latency: latencySchema.prefault({}),
  }),
  z.strictObject({ kind: z.literal('TCP'), latency: latencySchema.prefault({}) }),
  z.strictObject({
    kind: z.literal('TLS'),
    issuer: z.boolean().default(false),
    latency: latencySchema.prefault({}),
  }),
  z.strictObject({
    kind: z.literal('DNS'),
    /** Whether the same addresses have to come back; otherwise any will do. */
    addresses: z.boolean().default(false),
    latency: latencySchema.prefault({}),
  }),
]);
export type Comparison = z.infer<typeof comparisonSchema>;
export type HttpComparison = Extract<Comparison, { kind: 'HTTP' }>;

/** A case as people and programs send it. */
export const caseInputSchema = z.strictObject({
  name: name('case'),
  request: caseRequestSchema,
  /** Left out: status, content type and JSON for HTTP, that it answers for the others. */
  comparison: comparisonSchema.nullable().default(null),
  timeoutMs: z.int().min(100).max(60_000).default(10_000),
});
export type CaseInput = z.input<typeof caseInputSchema>;

/** @throws AppError `invalid` when it is of another kind than the request */
export function comparisonOf(
  given: Pick<z.output<typeof caseInputSchema>, 'request' | 'comparison'>,
): Comparison {
  const { kind } = given.request;
  const comparison = given.comparison ?? comparisonSchema.parse({ kind });
  if (comparison.kind === kind) return comparison;
  const sentence = 'The comparison is of another kind than the request.';
  throw new AppError('invalid', sentence, { fields: { comparison: [sentence] } });
}

export const suiteFields = {
  name: name('suite'),
  description: lines(500, { long: 'Use 500 characters or fewer.' }).default(''),
};
