import { z } from 'zod';
import { idInput } from '@/lib/platform/input/id-input';
import { instantInput, pastInput } from '@/lib/platform/input/instant';
import { pageInput } from '@/lib/platform/input/page-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { line, lines } from '@/lib/platform/input/text';
import { serviceStatusSchema, visibilitySchema } from '@/lib/services/schema';
import { severitySchema } from '@/lib/severity/schema';
import { type IncidentStage, incidentStageSchema } from '@/lib/updates/rules/public-stage';
import { audienceSchema } from '@/lib/updates/schema';

export { type IncidentStage, incidentStageSchema };

/** In the order an incident goes through them. */
export const incidentStages = incidentStageSchema.options;

export const incidentStageLabel: Record<IncidentStage, string> = {
  TRIAGED: 'Triaged',
  INVESTIGATING: 'Investigating',
  ACTING: 'Acting',
  MONITORING: 'Monitoring',
  RESOLVED: 'Resolved',
  CLOSED: 'Closed',
};

/** The people an incident needs. The lead of an incident is its manager. */
export const incidentRoleSchema = z.enum(['MANAGER', 'COMMUNICATIONS', 'SCRIBE', 'RESOLVER']);
export type IncidentRole = z.infer<typeof incidentRoleSchema>;
export const incidentRoleLabel: Record<IncidentRole, string> = {
  MANAGER: 'Incident manager',
  COMMUNICATIONS: 'Communications lead',
  SCRIBE: 'Scribe',
  RESOLVER: 'Resolver',
};

/** What closing a Moderate or Trivial incident says about the underlying cause. */
export const causeKindSchema = z.enum(['NONE_FOUND', 'NOT_LOOKED_AT']);
export type CauseKind = z.infer<typeof causeKindSchema>;
export const causeKindLabel: Record<CauseKind, string> = {
  NONE_FOUND: 'None found',
  NOT_LOOKED_AT: 'Not looked at, because …',
};

/** A promise of the next update is kept, missed, or moved with a reason; it is never just removed. */
export const promiseStateSchema = z.enum(['OPEN', 'KEPT', 'MISSED', 'MOVED']);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Names an incident: its reference or its id. */
export const incidentRefSchema = z
  .string('Name an incident, such as INC-2041.')
  .trim()
  .refine((ref) => /^INC-\d{1,9}$/i.test(ref) || uuid.test(ref), 'Name an incident, such as INC-2041.');

export const idSchema = idInput('This is not an id.');

const say = (what: string, most: number) => ({
  missing: `${what} is missing.`,
  long: `${what} is too long: at most ${most} characters.`,
});
/** A text that a person writes and that has to be there, with its line breaks. */
export const writtenText = (what: string, most: number) => lines(most, say(what, most));
/** The same on one line. */
export const writtenLine = (what: string, most: number) => line(most, say(what, most));

export const reasonSchema = writtenText('The reason', 1_000);
const updateTextSchema = writtenText('The text', 10_000);

const instant = instantInput().transform((text) => new Date(text));

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** When people hear next: in so many minutes from now, or at an instant. The zone is the one it is said in. */
const nextSchema = z
  .object({
    minutes: z
      .int('Say in how many minutes.')
      .min(1, 'A promise is at least a minute ahead.')
      .max(60 * 24 * 60, 'A promise is at most 60 days ahead.')
      .optional(),
    at: instant.optional(),
    zone: z.string().max(64).refine(isZone, 'This time zone is not known.').optional(),
  })
  .refine((next) => (next.minutes === undefined) !== (next.at === undefined), {
    message: 'Say when the next update comes: in minutes, or at a time.',
  });
export type Next = z.infer<typeof nextSchema>;

/** An act adds to the timeline, which keeps what was before, so it may be meant whatever others did. */
const named = { ref: incidentRefSchema, version: seenVersion.optional() };

export const declareInput = z.object({
  title: writtenLine('The title', 160),
  severity: severitySchema,
  slow: z.boolean().default(false),
  /** Public when one of the services is, unless said otherwise. */
  visibility: visibilitySchema.optional(),
  startedAt: pastInput()
    .transform((text) => new Date(text))
    .optional(),
  services: z
    .array(
      z.object({
        serviceId: idSchema,
        status: serviceStatusSchema.optional(),
        reason: reasonSchema.optional(),
      }),
    )
    .min(1, 'Name at least one service.')
    .max(50, 'Name at most 50 services.')
    .refine(
      (list) => new Set(list.map((item) => item.serviceId)).size === list.length,
      'A service is named twice.',
    ),
  report: z.object({ id: idSchema, version: seenVersion }).optional(),
  managerId: idSchema.optional(),
  previousRef: incidentRefSchema.optional(),
  next: nextSchema.optional(),
  update: z
    .object({
      audience: audienceSchema.default('PUBLIC'),
      text: updateTextSchema,
      next: nextSchema.optional(),
    })
    .optional(),
});

export const advanceInput = z.object({
  ...named,
  to: incidentStageSchema,
  reason: reasonSchema.optional(),
});

export const regradeInput = z.object({
  ...named,
  severity: severitySchema,
  slow: z.boolean().default(false),
  reason: reasonSchema,
});

export const addServiceInput = z.object({
  ...named,
  serviceId: idSchema,
  status: serviceStatusSchema.optional(),
  slow: z.boolean().default(false),
  reason: reasonSchema.optional(),
});

export const setServiceStatusInput = z.object({
  ...named,
  serviceId: idSchema,
  status: serviceStatusSchema,
  reason: reasonSchema,
});

export const removeServiceInput = z.object({ ...named, serviceId: idSchema, reason: reasonSchema });

export const assignRoleInput = z.object({
  ...named,
  role: incidentRoleSchema,
  memberId: idSchema,
  note: writtenText('The note', 1_000).optional(),
});

export const endRoleInput = z.object({ ...named, role: incidentRoleSchema, memberId: idSchema });

export const movePromiseInput = z.object({ ...named, next: nextSchema, reason: reasonSchema });

export const addNoteInput = z.object({
  ref: incidentRefSchema,
  text: writtenText('The note', 10_000),
  occurredAt: pastInput()
    .transform((text) => new Date(text))
    .optional(),
});

export const resolveInput = z.object({
  ...named,
  text: updateTextSchema,
  /** Everyone, or for an internal incident its reporters, unless said otherwise. */
  audience: audienceSchema.optional(),
  reason: reasonSchema.optional(),
});

export const closeInput = z.object({
  ...named,
  cause: causeKindSchema.optional(),
  because: reasonSchema.optional(),
});

export const reopenInput = z.object({
  ...named,
  to: incidentStageSchema,
  reason: reasonSchema,
  next: nextSchema,
});

export const setVisibilityInput = z.object({ ...named, visibility: visibilitySchema, reason: reasonSchema });

export const publishUpdateInput = z.object({
  ...named,
  audience: audienceSchema,
  text: updateTextSchema,
  next: nextSchema.optional(),
  stage: incidentStageSchema.optional(),
  reason: reasonSchema.optional(),
});

/** One value, or several with commas between them, as in an address: `severity=CRITICAL,SEVERE`. */
function several<T extends z.ZodType<string, string>>(one: T) {
  return z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(one))
    .optional();
}

export const listIncidentsInput = z.object({
  scope: z.enum(['open', 'resolved', 'all']).default('open'),
  stage: several(incidentStageSchema),
  severity: several(severitySchema),
  service: z.string().max(80).optional(),
  text: line(120).default(''),
  ...pageInput,
});
