import { z } from 'zod';
import { idInput } from '@/lib/platform/input/id-input';
import { line, lines } from '@/lib/platform/input/text';
import { probeSchema } from '@/lib/probes/rules/probe';
import { audienceSchema } from '@/lib/updates/schema';

export const stepKindSchema = z.enum([
  'MANUAL',
  'AUTOMATED',
  'CHECK',
  'VERIFICATION',
  'APPROVAL',
  'ANNOUNCEMENT',
  'WAIT',
]);
export type StepKind = z.infer<typeof stepKindSchema>;
export const stepKindLabel: Record<StepKind, string> = {
  MANUAL: 'Manual',
  AUTOMATED: 'Automated',
  CHECK: 'Check',
  VERIFICATION: 'Verification',
  APPROVAL: 'Approval',
  ANNOUNCEMENT: 'Announcement',
  WAIT: 'Wait',
};

const nameSchema = line(120, { missing: 'Give it a name.', long: 'Use 120 characters or fewer.' });

/** `{{name}}` in an address or an input stands for one value in a live run and for another in a drill. */
const variableSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'Use small letters, digits and hyphens.'),
  live: line(500, { missing: 'Say what it stands for in a live run.' }),
  drill: line(500, { missing: 'Say what it stands for in a drill.' }),
});
export type PlanVariable = z.infer<typeof variableSchema>;

const common = {
  /** Stable over versions: the history of times hangs on it. */
  id: idInput(),
  name: nameSchema,
  /** What the operator should know, plain text. */
  detail: lines(2_000).default(''),
  timeoutSeconds: z.int().min(1).max(86_400).default(600),
  /** PAUSE asks the operator, CARRY_ON goes on and reminds, ABORT ends the run. */
  onFailure: z.enum(['PAUSE', 'CARRY_ON', 'ABORT']).default('PAUSE'),
};

/** The step after which users reach another machine than before. */
const switches = z.boolean().default(false);

/**
 * The step after which the old primary takes no writes any more, whatever becomes of it. A probe of its own is OK while
 * that is so, or of one that a person does nothing answers; it is probed on after the switch, until users are led back.
 */
const fences = z.boolean().default(false);

/** What of a step the order of steps depends on; a kind that does not say it has the defaults. */
export const stepRulesSchema = z.object({ switches, onFailure: common.onFailure });

export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('MANUAL'),
    instruction: lines(2_000, { missing: 'Say what to do.' }),
    /** What has to show that it was done, asked when somebody says so. */
    probe: probeSchema.nullable().default(null),
    /** Of a fence: whether what is fenced may answer as the probe expects. Else nothing is to answer there. */
    mayAnswer: z.boolean().default(false),
    switches,
    fences,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('AUTOMATED'),
    /** A drill never calls the endpoint of a live run. */
    endpoints: z.strictObject({ live: idInput().nullable(), drill: idInput().nullable() }),
    action: line(100, { missing: 'Name the action of the automation.' }),
    input: z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()])).default({}),
    /** ANSWER: done when it answers. CALL_BACK: it answers that it has begun, and calls back when done. */
    answer: z.enum(['ANSWER', 'CALL_BACK']).default('ANSWER'),
    /** Words that its answer says when it was done: “Switched over to pg2”. Without them it stops for a person. */
    expects: z.string().trim().max(200).nullable().default(null),
    /** What shows that it was done, whatever it answers: probed until it is OK or the time of the step is over. */
    probe: probeSchema.nullable().default(null),
    /** Tries after the first, only of calls that are certain not to have arrived. */
    retries: z.int().min(0).max(3).default(0),
    /** The dataset whose chosen snapshot the step loads: it waits for the gate, and gets `snapshot` in its input. */
    reloads: idInput().nullable().default(null),
    switches,
    fences,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('CHECK'),
    probe: probeSchema,
    /** Tried again until it is content, so often at most. */
    tries: z.int().min(1).max(100).default(3),
    everySeconds: z.int().min(1).max(600).default(5),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('VERIFICATION'),
    suiteId: idInput(),
    /** The address that the suite's requests are sent to; may be a variable. */
    address: line(500, { missing: 'Say against which address.' }),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('APPROVAL'),
    question: line(500, { missing: 'Say what is asked.' }),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('ANNOUNCEMENT'),
    audience: audienceSchema,
    text: lines(2_000, { missing: 'Write what people will read.' }),
  }),
  z.strictObject({ ...common, kind: z.literal('WAIT'), seconds: z.int().min(1).max(86_400) }),
]);
export type PlanStep = z.infer<typeof stepSchema>;
export type PlanStepInput = z.input<typeof stepSchema>;

/** What users call a step: the third of five phases is their “step 3 of 5”. */
const phaseSchema = z.strictObject({
  id: idInput(),
  name: nameSchema,
  /** For users, in their words: “Checking that everything works”. */
  publicName: nameSchema,
  steps: z.array(stepSchema).max(50),
});

/** A plan version's content. Its draft has the same shape. */
export const planContentSchema = z.strictObject({
  purpose: lines(2_000).default(''),
  variables: z.array(variableSchema).max(20).default([]),
  /** Looked at before the first step; a red one keeps the run in PRECHECK until somebody goes on with a reason. */
  precheck: z
    .array(z.strictObject({ id: idInput(), name: nameSchema, probe: probeSchema }))
    .max(20)
    .default([]),
  phases: z.array(phaseSchema).max(12).default([]),
});
export type PlanContent = z.infer<typeof planContentSchema>;
export type PlanContentInput = z.input<typeof planContentSchema>;
