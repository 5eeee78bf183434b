import { z } from 'zod';
import { runModeSchema } from '@/lib/plans/schema';
import { instant, view } from '@/lib/platform/answers/view';
import { type Aspect, allocationStateSchema, aspectSchema, resourceKindSchema } from '@/lib/resources/schema';
import { severitySchema } from '@/lib/severity/schema';

const namedSchema = z.object({
  id: z.uuid(),
  name: z.string(),
});

export const resourceViewSchema = view('ResourceView', {
  id: z.uuid(),
  kind: resourceKindSchema,
  name: z.string(),
  /** One line: what it is, where it stands, what a person can be asked for. */
  detail: z.string(),
  /** How many bookings at once. */
  capacity: z.int(),
  /** Until when a person takes more than one at once. */
  capacityUntil: z.string().nullable(),
  site: z.string().nullable(),
  server: namedSchema.nullable(),
  /** Of equipment and vendors, which people make and change. */
  version: z.int().nullable(),
  archived: z.boolean(),
});
export type ResourceView = z.infer<typeof resourceViewSchema>;

const allocationActSchema = z.enum(['accept', 'refuse', 'extend', 'release']);
export type AllocationAct = z.infer<typeof allocationActSchema>;

export const allocationViewSchema = view('AllocationView', {
  id: z.uuid(),
  version: z.int(),
  resource: z.object({
    id: z.uuid(),
    kind: resourceKindSchema,
    name: z.string(),
    detail: z.string(),
  }),
  unit: z.number(),
  aspect: aspectSchema,
  state: allocationStateSchema,
  startsAt: instant,
  endsAt: instant,
  releasedAt: instant.nullable(),
  note: z.string().nullable(),
  answeredAt: instant.nullable(),
  /** Why it was refused, or what was said with the yes. */
  answerNote: z.string().nullable(),
  requestedBy: namedSchema.nullable(),
  createdAt: instant,
  incident: z
    .object({
      ref: z.string(),
      title: z.string(),
      severity: severitySchema,
    })
    .nullable(),
  run: z
    .object({
      ref: z.string(),
      mode: runModeSchema,
      plan: z.string(),
    })
    .nullable(),
  /** What the reader may do with it now. */
  acts: z.array(allocationActSchema),
});
export type AllocationView = z.infer<typeof allocationViewSchema>;

const boardRowSchema = view('BoardRow', {
  ...resourceViewSchema.shape,
  usedNow: z.number(),
  /** From when one more fits for half an hour: now, or later. */
  freeFrom: z.string(),
  /** When that free time ends; null when nothing is booked after it. */
  freeUntil: z.string().nullable(),
  allocations: z.array(allocationViewSchema),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

/** Who is where, over a stretch of time. */
export const boardViewSchema = view('BoardView', {
  from: instant,
  until: instant,
  now: instant,
  rows: z.array(boardRowSchema),
});
export type BoardView = z.infer<typeof boardViewSchema>;

const suggestionReasonSchema = view('SuggestionReason', {
  good: z.boolean(),
  text: z.string(),
});
export type SuggestionReason = z.infer<typeof suggestionReasonSchema>;

/** Somebody or something worth asking, with the reasons. */
const suggestionViewSchema = view('SuggestionView', {
  resource: resourceViewSchema,
  aspect: aspectSchema,
  reasons: z.array(suggestionReasonSchema),
  freeFrom: z.string(),
});
export type SuggestionView = z.infer<typeof suggestionViewSchema>;

export const incidentAllocationsViewSchema = view('IncidentAllocationsView', {
  allocations: z.array(allocationViewSchema),
  suggestions: z.array(suggestionViewSchema),
  /** Whom and what can be asked for. */
  choices: z.array(resourceViewSchema.pick({ id: true, kind: true, name: true, detail: true })),
  now: instant,
});
export type IncidentAllocationsView = z.infer<typeof incidentAllocationsViewSchema>;

/** In the `details` of a refused double booking. */
export interface BookingRefusal {
  resource: z.infer<typeof namedSchema>;
  clash: {
    /** "INC-2041", "FO-32". */
    ref: string;
    title: string;
    path: `/incidents/${string}/resources` | `/recovery/${string}`;
    aspect: Aspect;
    from: string;
    until: string;
    requestedBy: string | null;
  };
  capacity: number;
  /** From when it is free for as long as was asked. */
  freeAt: string;
  /** When the next booking begins; null when there is none. */
  freeUntil: string | null;
}
