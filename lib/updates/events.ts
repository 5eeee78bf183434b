import { z } from 'zod';
import { eventInstant, eventType, ref } from '@/lib/platform/events/event-type';
import { type Audience, audienceSchema } from './schema';

const update = {
  updateId: ref('update'),
  revision: z.int().positive(),
  audience: audienceSchema,
  incidentId: ref('incident'),
};
const subjects = ['updateId', 'incidentId'] as const;
const timeline = { as: 'UPDATE', public: { audience: 'PUBLIC' } } as const;

const audienceWords: Record<Audience, string> = {
  PUBLIC: 'Public update posted',
  REPORTERS: 'Update posted to the reporters',
  INTERNAL: 'Update posted to the team',
};

/** `kept`: what it did to the promise that was open. */
export const updatePublished = eventType('update.published', {
  data: {
    ...update,
    nextUpdateAt: eventInstant.nullable(),
    kept: z.enum(['IN_TIME', 'LATE']).nullable(),
  },
  subjects,
  timeline,
  says: ({ audience, kept }) =>
    `${audienceWords[audience]}${kept === 'LATE' ? ', after the promised time' : ''}`,
});

export const updateEdited = eventType('update.edited', {
  data: update,
  subjects,
  timeline,
  says: ({ revision }) => `Update edited: revision ${revision}`,
});
