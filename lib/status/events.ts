import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';

export const toldSchema = z.enum(['BEGUN', 'STEP', 'VERIFIED', 'STOPPED', 'WITHDRAWN']);
export type Told = z.infer<typeof toldSchema>;

/** Users read this of a live run now, because its operator agreed. `step` is their step: the phase. */
export const recoveryTold = eventType('recovery.told', {
  data: z.object({
    runId: eventId,
    incidentId: eventId,
    what: toldSchema,
    step: z.int().nullable(),
    of: z.int(),
  }),
  subjects: (data) => [
    { kind: 'run', id: data.runId },
    { kind: 'incident', id: data.incidentId },
  ],
});
