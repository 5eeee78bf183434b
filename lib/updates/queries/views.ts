import { z } from 'zod';
import { instant, view } from '@/lib/platform/answers/view';
import { incidentStageSchema } from '@/lib/updates/rules/public-stage';
import { audienceSchema } from '@/lib/updates/schema';

/** Who did something, with the name to show. */
export const actorSchema = view('Actor', { kind: z.string(), id: z.uuid().nullable(), name: z.string() });

/** Deliveries of an update by state, as counts. */
const deliveryCountsSchema = view('DeliveryCounts', {
  PENDING: z.number(),
  SENT: z.number(),
  RETRY: z.number(),
  DEAD: z.number(),
  SUPPRESSED: z.number(),
});
export type DeliveryCounts = z.infer<typeof deliveryCountsSchema>;

/** An update in the words in force. `editedAt` is null while they are the first. */
export const updateViewSchema = view('UpdateView', {
  id: z.uuid(),
  incidentId: z.uuid(),
  audience: audienceSchema,
  stage: incidentStageSchema.nullable(),
  text: z.string(),
  revision: z.number(),
  version: z.number(),
  editedAt: instant.nullable(),
  publishedAt: instant,
  by: actorSchema,
  nextUpdateAt: instant.nullable(),
  zone: z.string().nullable(),
  deliveries: deliveryCountsSchema,
});
export type UpdateView = z.infer<typeof updateViewSchema>;

const revisionViewSchema = view('RevisionView', {
  number: z.number(),
  text: z.string(),
  reason: z.string().nullable(),
  by: actorSchema,
  at: instant,
});
export type RevisionView = z.infer<typeof revisionViewSchema>;

export const updateWithRevisionsSchema = view('UpdateWithRevisions', {
  ...updateViewSchema.shape,
  revisions: z.array(revisionViewSchema),
});
export type UpdateWithRevisions = z.infer<typeof updateWithRevisionsSchema>;

/** How many would get an update to everyone now. */
export const recipientsViewSchema = view('RecipientsView', {
  reporters: z.number(),
  subscribers: z.number(),
});
export type RecipientsView = z.infer<typeof recipientsViewSchema>;
