import { z } from 'zod';
import { eventType, ref } from '@/lib/platform/events/event-type';

const announcementSchema = z.enum(['BEGUN', 'STEP', 'VERIFIED', 'STOPPED', 'WITHDRAWN']);
export type RecoveryAnnouncement = z.infer<typeof announcementSchema>;

/**
 * Users read this of a live run now, because its operator agreed. `step` is their step: the phase. Its type is in the
 * hashes of the log, so it stays.
 */
export const recoveryAnnounced = eventType('recovery.told', {
  data: {
    runId: ref('run'),
    incidentId: ref('incident'),
    what: announcementSchema,
    step: z.int().nullable(),
    of: z.int(),
  },
  subjects: ['runId', 'incidentId'],
  timeline: { as: 'RECOVERY' },
  says: ({ what, step, of }) => {
    switch (what) {
      case 'BEGUN':
        return 'Users told: a recovery has begun';
      case 'STEP':
        return step === null ? 'Users told: the next step' : `Users told: step ${step} of ${of}`;
      case 'VERIFIED':
        return 'Users told: it is back, and checked';
      case 'STOPPED':
        return 'Users told: stopped, back to repair';
      case 'WITHDRAWN':
        return 'Users are told no more of the recovery';
    }
  },
});
