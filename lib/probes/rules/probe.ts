import { z } from 'zod';
import { idInput } from '@/lib/platform/input/id-input';

const hostSchema = z.string().trim().min(1, 'Enter a host name or an address.').max(253);
const portSchema = z.coerce
  .number()
  .int()
  .min(1, 'A port is 1 to 65535.')
  .max(65_535, 'A port is 1 to 65535.');
const timeoutMsSchema = z.int().min(100).max(60_000).default(10_000);

/** How an answer's JSON is looked into: `$.items[0].price` or `items.0.price`. */
const jsonPathSchema = z.string().trim().min(1, 'Enter the path of a value, like status.ready.').max(200);

export const httpRequestSchema = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']).default('GET'),
  /** In a plan it may begin with a variable, as in {{front}}/health. */
  url: z.string().trim().min(1, 'Enter an address.').max(2_000),
  headers: z.record(z.string().max(100), z.string().max(2_000)).default({}),
  body: z.string().max(100_000).nullable().default(null),
  /** How many redirects are followed; each target passes the guard anew. */
  redirects: z.int().min(0).max(5).default(0),
});
export type HttpRequest = z.infer<typeof httpRequestSchema>;

const httpExpectSchema = z.strictObject({
  /** Empty means any of 200 to 299. */
  status: z.array(z.int().min(100).max(599)).default([]),
  text: z.string().max(1_000).nullable().default(null),
  json: z
    .array(z.strictObject({ path: jsonPathSchema, equals: z.json() }))
    .max(20)
    .default([]),
  /** Slower than this is a fault of its own. */
  maxMs: z.int().min(1).max(60_000).nullable().default(null),
});

const networkProbes = [
  z.strictObject({
    kind: z.literal('DNS'),
    host: hostSchema,
    /** Addresses that have to be among the answers; empty means any answer will do. */
    expect: z.array(z.string().max(45)).max(20).default([]),
    timeoutMs: timeoutMsSchema,
  }),
  z.strictObject({ kind: z.literal('TCP'), host: hostSchema, port: portSchema, timeoutMs: timeoutMsSchema }),
  z.strictObject({
    kind: z.literal('TLS'),
    host: hostSchema,
    port: portSchema.default(443),
    servername: hostSchema.nullable().default(null),
    /** Days the certificate has to be valid still. */
    minDays: z.int().min(0).max(365).default(14),
    timeoutMs: timeoutMsSchema,
  }),
  z.strictObject({
    kind: z.literal('HTTP'),
    request: httpRequestSchema,
    expect: httpExpectSchema.prefault({}),
    timeoutMs: timeoutMsSchema,
  }),
  z.strictObject({
    kind: z.literal('LATENCY'),
    host: hostSchema,
    port: portSchema,
    /** TCP connections made one after the other. */
    tries: z.int().min(2).max(20).default(5),
    maxMs: z.int().min(1).max(60_000).default(500),
    /** The share of connections that may fail, 0 to 1. */
    maxLoss: z.number().min(0).max(1).default(0),
    timeoutMs: timeoutMsSchema,
  }),
  z.strictObject({
    kind: z.literal('REPLICATION_LAG'),
    request: httpRequestSchema,
    /** A number of seconds in the JSON of the answer. */
    path: jsonPathSchema,
    maxSeconds: z.number().min(0),
    timeoutMs: timeoutMsSchema,
  }),
] as const;

/** Those that go out over the network; the other two are answered from our own tables and suites. */
export const networkProbeSchema = z.discriminatedUnion('kind', networkProbes);
export type NetworkProbe = z.infer<typeof networkProbeSchema>;

/** What an automated look consists of. `timeoutMs` covers all of it. */
export const probeSchema = z.discriminatedUnion('kind', [
  ...networkProbes,
  /** Looks at our own books: the newest snapshot of a dataset against its interval. */
  z.strictObject({ kind: z.literal('BACKUP_AGE'), datasetId: idInput() }),
  /** Replays a verification suite against an address. */
  z.strictObject({ kind: z.literal('KNOWN_GOOD'), suiteId: idInput(), address: z.string().max(2_000) }),
]);
export type Probe = z.infer<typeof probeSchema>;
export type ProbeInput = z.input<typeof probeSchema>;

/** Why a probe was not content; FORBIDDEN means that the guard refused to go there. */
export const probeFaultSchema = z.enum([
  'NAME',
  'REFUSED',
  'UNREACHABLE',
  'TIMEOUT',
  'CLOSED',
  'TLS',
  'STATUS',
  'CONTENT',
  'SLOW',
  'LOSS',
  'LAG',
  'TOO_LARGE',
  'FORBIDDEN',
]);
export type ProbeFault = z.infer<typeof probeFaultSchema>;

/** Milliseconds of each phase that took place. */
export const timingsSchema = z.object({
  dnsMs: z.number().optional(),
  connectMs: z.number().optional(),
  tlsMs: z.number().optional(),
  firstByteMs: z.number().optional(),
  totalMs: z.number(),
});
export type Timings = z.infer<typeof timingsSchema>;

export interface ProbeOutcome {
  /** UNCLEAR when we could not look (refused by the guard, or cancelled). */
  outcome: 'OK' | 'FAULT' | 'UNCLEAR';
  fault: ProbeFault | null;
  /** One sentence that a manager understands: “GET /health answered 503 after 12 ms.” */
  sentence: string;
  timings: Timings;
  /** What was seen: address, status, a short part of the body, certificate, values. At most about 4 KB. */
  evidence: Record<string, unknown>;
}
