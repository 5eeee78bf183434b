import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';

const about = (data: { serviceId: string; datasetId: string }) => [
  { kind: 'service', id: data.serviceId },
  { kind: 'dataset', id: data.datasetId },
];
const ids = { serviceId: eventId, datasetId: eventId };

export const datasetCreated = eventType('dataset.created', { data: z.object(ids), subjects: about });

export const datasetEdited = eventType('dataset.edited', {
  data: z.object({ ...ids, version: z.number(), changed: z.array(z.string()) }),
  subjects: about,
});

export const datasetArchived = eventType('dataset.archived', {
  data: z.object({ ...ids, archived: z.boolean() }),
  subjects: about,
});

export const snapshotReported = eventType('snapshot.reported', {
  data: z.object({ ...ids, snapshotId: eventId, takenAt: z.iso.datetime(), sizeBytes: z.number() }),
  subjects: about,
});

/** Recorded when the answer is another than before: a snapshot was found right, or gone or damaged. */
export const snapshotLookedAt = eventType('snapshot.lookedAt', {
  data: z.object({ ...ids, snapshotId: eventId, result: z.enum(['RIGHT', 'GONE', 'DAMAGED']) }),
  subjects: about,
});

export const datasetWeaknessFound = eventType('dataset.weaknessFound', {
  data: z.object({ ...ids, findingId: eventId }),
  subjects: about,
});

export const datasetWeaknessSettled = eventType('dataset.weaknessSettled', {
  data: z.object({ ...ids, findingId: eventId }),
  subjects: about,
});
