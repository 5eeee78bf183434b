import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';
import { planKindSchema } from './schema';

const base = { planId: eventId, serviceId: eventId };
const about = (data: { planId: string; serviceId: string }) => [
  { kind: 'plan', id: data.planId },
  { kind: 'service', id: data.serviceId },
];

export const planCreated = eventType('plan.created', {
  data: z.object({ ...base, kind: planKindSchema }),
  subjects: about,
});

export const planRenamed = eventType('plan.renamed', {
  data: z.object({ ...base, version: z.number() }),
  subjects: about,
});

/** Every save of the draft; other windows learn from it that they are behind. */
export const planDrafted = eventType('plan.drafted', {
  data: z.object({ ...base, version: z.number(), steps: z.number() }),
  subjects: about,
});

export const planDraftDiscarded = eventType('plan.draftDiscarded', {
  data: z.object({ ...base, version: z.number() }),
  subjects: about,
});

export const planPublished = eventType('plan.published', {
  data: z.object({
    ...base,
    versionId: eventId,
    number: z.number(),
    checksum: z.string(),
    steps: z.number(),
  }),
  subjects: about,
});

export const planArchived = eventType('plan.archived', {
  data: z.object({ ...base, archived: z.boolean() }),
  subjects: about,
});
