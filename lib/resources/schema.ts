import { z } from 'zod';
import { incidentRefSchema, writtenLine, writtenText } from '@/lib/incidents/schema';
import { idInput } from '@/lib/platform/input/id-input';
import { instantInput, plannedInput } from '@/lib/platform/input/instant';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { line, lines } from '@/lib/platform/input/text';

export const resourceKindSchema = z.enum(['PERSON', 'TEAM', 'EQUIPMENT', 'VENDOR']);
export type ResourceKind = z.infer<typeof resourceKindSchema>;
export const resourceKindLabel: Record<ResourceKind, string> = {
  PERSON: 'Person',
  TEAM: 'Team',
  EQUIPMENT: 'Equipment',
  VENDOR: 'Vendor',
};

export const allocationStateSchema = z.enum(['REQUESTED', 'ACCEPTED', 'REFUSED', 'ACTIVE', 'RELEASED']);
export type AllocationState = z.infer<typeof allocationStateSchema>;
export const allocationStateLabel: Record<AllocationState, string> = {
  REQUESTED: 'Requested',
  ACCEPTED: 'Accepted',
  REFUSED: 'Refused',
  ACTIVE: 'Active',
  RELEASED: 'Released',
};

/** The states in which a unit is held. */
export const heldStates = ['REQUESTED', 'ACCEPTED', 'ACTIVE'] as const satisfies AllocationState[];

/** What an allocated resource looks after. */
export const aspectSchema = z.enum(['NETWORKING', 'SERVICES', 'INFRASTRUCTURE', 'RECOVERY', 'COMMUNICATION']);
export type Aspect = z.infer<typeof aspectSchema>;
export const aspectLabel: Record<Aspect, string> = {
  NETWORKING: 'Networking',
  SERVICES: 'Services',
  INFRASTRUCTURE: 'Server infrastructure',
  RECOVERY: 'Recovery',
  COMMUNICATION: 'Communication',
};

const id = idInput('This is not an id.');
const version = seenVersion.optional();
const instant = instantInput().transform((text) => new Date(text));
const minutes = z
  .int('Say for how many minutes.')
  .min(5, 'A booking takes at least 5 minutes.')
  .max(30 * 24 * 60, 'A booking takes at most 30 days.');

const name = writtenLine('The name', 120);
const detail = line(300, { long: 'Use at most 300 characters.' });
const site = line(120, { long: 'Use at most 120 characters.' });
const capacity = z.coerce
  .number('Say how many.')
  .int('Say how many.')
  .min(1, 'At least 1.')
  .max(500, 'At most 500.');

/** Equipment and vendors; people and teams are resources without being made. */
export const createResourceInput = z.object({
  kind: z.enum(['EQUIPMENT', 'VENDOR'], { error: 'Choose equipment or vendor.' }),
  name,
  detail: detail.default(''),
  site: site.nullable().default(null),
  serverId: id.nullable().default(null),
  capacity: capacity.default(1),
});

export const editResourceInput = z.object({
  resourceId: id,
  version: seenVersion,
  name: name.optional(),
  detail: detail.optional(),
  site: site.nullable().optional(),
  serverId: id.nullable().optional(),
  capacity: capacity.optional(),
});

export const archiveResourceInput = z.object({ resourceId: id, version: seenVersion });

const note = lines(500, { long: 'Use at most 500 characters.' });

const planned = plannedInput().transform((text) => new Date(text));
/** The end: after so many minutes, or at an instant. */
const end = { until: planned.optional(), minutes: minutes.optional() };
const oneEnd = (given: { until?: Date | undefined; minutes?: number | undefined }) =>
  (given.until === undefined) !== (given.minutes === undefined);
const endMissing = { error: 'Say until when: every booking has an expected end.', path: ['until'] };

export const requestAllocationInput = z
  .object({
    /** A resource; of a person or a team also the id of the member or the team. */
    resourceId: idInput('Choose who or what.'),
    /** The incident it is for, or the run. */
    ref: incidentRefSchema.optional(),
    runRef: z
      .string()
      .trim()
      .regex(/^(SO|FO|DR|FB)-\d{1,9}$/i, 'Name a run, such as FO-32.')
      .optional(),
    aspect: aspectSchema,
    /** Now, unless said otherwise. */
    from: planned.optional(),
    ...end,
    note: note.optional(),
  })
  .refine(oneEnd, endMissing)
  .refine((given) => (given.ref === undefined) !== (given.runRef === undefined), {
    error: 'Name the incident or the run that it is for.',
    path: ['ref'],
  });

export const acceptAllocationInput = z.object({
  allocationId: id,
  version,
  note: note.optional(),
});
export const refuseAllocationInput = z.object({
  allocationId: id,
  version,
  reason: writtenText('The reason', 500),
});
export const extendAllocationInput = z
  .object({ allocationId: id, version, ...end, note: note.optional() })
  .refine(oneEnd, endMissing);
export const releaseAllocationInput = z.object({ allocationId: id, version });

export const listResourcesInput = z.object({
  /** The stretch of time to show. Six hours from the last full hour on, unless said otherwise. */
  from: instant.optional(),
  until: instant.optional(),
  archived: z.stringbool().default(false),
});

export const incidentAllocationsInput = z.object({ ref: incidentRefSchema });
