import { z } from 'zod';
import { counted } from '@/lib/language/words';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { planKindSchema, planKindWord } from './schema';

const plan = { planId: ref('plan'), serviceId: ref('service') };
const subjects = ['planId', 'serviceId'] as const;

export const planCreated = eventType('plan.created', {
  data: { ...plan, kind: planKindSchema },
  subjects,
  says: ({ kind }) => `Recovery plan begun: ${planKindWord[kind].toLowerCase()}`,
});

export const planRenamed = eventType('plan.renamed', {
  data: { ...plan, version: z.number() },
  subjects,
  says: () => 'Recovery plan renamed',
});

/** Every save of the draft; other windows learn from it that they are behind. */
export const planDrafted = eventType('plan.drafted', {
  data: { ...plan, version: z.number(), steps: z.number() },
  subjects,
  says: ({ steps }) => `Draft of a recovery plan saved, ${counted(steps, 'step')}`,
});

export const planDraftDiscarded = eventType('plan.draftDiscarded', {
  data: { ...plan, version: z.number() },
  subjects,
  says: () => 'Draft of a recovery plan discarded',
});

export const planPublished = eventType('plan.published', {
  data: {
    ...plan,
    versionId: ref('planVersion'),
    number: z.number(),
    checksum: z.string(),
    steps: z.number(),
  },
  subjects,
  says: ({ number, steps }) => `Recovery plan published as version ${number}, ${counted(steps, 'step')}`,
});

export const planArchived = eventType('plan.archived', {
  data: { ...plan, archived: z.boolean() },
  subjects,
  says: ({ archived }) => (archived ? 'Recovery plan archived' : 'Recovery plan brought back'),
});
