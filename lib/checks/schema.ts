import { z } from 'zod';
import { incidentRefSchema } from '@/lib/incidents/schema';
import { edits } from '@/lib/platform/input/edits';
import { idInput } from '@/lib/platform/input/id-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { line, lines } from '@/lib/platform/input/text';
import { probeSchema } from '@/lib/probes/rules/probe';
import { areaSchema } from '@/lib/services/schema';

export const checkStateSchema = z.enum(['PENDING', 'RUNNING', 'OK', 'FAULT', 'UNCLEAR', 'SKIPPED']);
export type CheckState = z.infer<typeof checkStateSchema>;
export const checkStateLabel: Record<CheckState, string> = {
  PENDING: 'To do',
  RUNNING: 'Running',
  OK: 'OK',
  FAULT: 'Fault',
  UNCLEAR: 'Unclear',
  SKIPPED: 'Skipped',
};

/** What a check can come to; a skipped one came to nothing. */
export const checkOutcomeSchema = z.enum(['OK', 'FAULT', 'UNCLEAR']);
export type CheckOutcome = z.infer<typeof checkOutcomeSchema>;

export const findingStateSchema = z.enum(['SUSPECTED', 'CONFIRMED', 'RULED_OUT']);
export type FindingState = z.infer<typeof findingStateSchema>;
export const findingStateLabel: Record<FindingState, string> = {
  SUSPECTED: 'Suspected',
  CONFIRMED: 'Confirmed',
  RULED_OUT: 'Ruled out',
};

const note = lines(2_000, { long: 'A note may have 2,000 characters at most.' });
const name = line(160, {
  missing: 'Say what is checked, in a few words.',
  long: 'What is checked may have 160 characters at most.',
});
const instruction = lines(2_000, { long: 'The instruction may have 2,000 characters at most.' });
const checkId = idInput('Name the check by its id.');

export const createChecklistInput = z.object({ ref: incidentRefSchema });

export const addCheckInput = z.object({
  ref: incidentRefSchema,
  area: areaSchema,
  name,
  instruction: instruction.default(''),
  serviceId: idInput('Choose a service from the list.').nullable().default(null),
  serverId: idInput('Choose a server from the list.').nullable().default(null),
  assigneeId: idInput('Choose somebody from the list.').nullable().default(null),
  /** None: a person does it. */
  probe: probeSchema.nullable().default(null),
});

export const runCheckInput = z.object({ id: checkId });
export const runAllInput = z.object({ ref: incidentRefSchema });

export const recordCheckInput = z
  .object({ id: checkId, version: seenVersion, outcome: checkOutcomeSchema, note: note.default('') })
  .refine((input) => input.outcome !== 'FAULT' || input.note !== '', {
    path: ['note'],
    message: 'Say what is wrong, in a few words.',
  });

export const skipCheckInput = z.object({ id: checkId, version: seenVersion, note: note.default('') });

export const assignCheckInput = z.object({
  id: checkId,
  version: seenVersion,
  assigneeId: idInput('Choose somebody from the list.').nullable(),
});

const sentence = lines(500, {
  missing: 'Say what was found, in one sentence.',
  long: 'A finding may have 500 characters at most.',
});

export const addFindingInput = z.object({
  ref: incidentRefSchema,
  area: areaSchema,
  sentence,
  checkId: checkId.nullable().default(null),
  serviceId: idInput('Choose a service from the list.').nullable().default(null),
  serverId: idInput('Choose a server from the list.').nullable().default(null),
  /** Whether it is known to be the cause, and not only suspected. */
  confirmed: z.boolean().default(false),
});

export const judgeFindingInput = z.object({
  id: idInput('Name the finding by its id.'),
  version: seenVersion,
});

export const settleFindingInput = z.object({
  ...judgeFindingInput.shape,
  /** What became of it. */
  how: lines(1_000, {
    missing: 'Say how it was settled.',
    long: 'Use 1,000 characters or fewer.',
    least: 3,
  }),
  /** Of an old primary: it will never be one again, so that it is watched no more. */
  retired: z.boolean().default(false),
});

export const findingListInput = z.object({
  /** Slug of a service; without it, those of all services. */
  service: z.string().trim().max(80).optional(),
});

export const templateListInput = z.object({
  /** Slug of a service; without it, the templates for all services. */
  service: z.string().trim().max(60).optional(),
});

const templateFields = {
  area: areaSchema,
  name,
  instruction: instruction.default(''),
  probe: probeSchema.nullable().default(null),
  position: z.int().min(0).max(1_000).default(100),
};

export const createTemplateInput = z.object({
  ...templateFields,
  serviceId: idInput('Choose a service from the list.').nullable().default(null),
});

export const editTemplateInput = z.object({
  ...edits(templateFields),
  id: idInput('Name the template by its id.'),
  version: seenVersion,
});

export const archiveTemplateInput = z.object({
  id: idInput('Name the template by its id.'),
  version: seenVersion,
});
