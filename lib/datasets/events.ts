import { z } from 'zod';
import { changedWords } from '@/lib/language/words';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { bytesInWords } from '@/lib/platform/rules/bytes';
import { datasetFieldLabel } from './schema';

const ids = { serviceId: ref('service'), datasetId: ref('dataset') };
const subjects = ['serviceId', 'datasetId'] as const;

export const datasetCreated = eventType('dataset.created', {
  data: ids,
  subjects,
  says: () => 'Dataset added',
});

export const datasetEdited = eventType('dataset.edited', {
  data: { ...ids, version: z.number(), changed: z.array(z.string()) },
  subjects,
  says: ({ changed }) => changedWords('Dataset', changed, datasetFieldLabel),
});

export const datasetArchived = eventType('dataset.archived', {
  data: { ...ids, archived: z.boolean() },
  subjects,
  says: ({ archived }) => (archived ? 'Dataset archived' : 'Dataset brought back'),
});

export const snapshotReported = eventType('snapshot.reported', {
  data: { ...ids, snapshotId: ref('snapshot'), takenAt: z.iso.datetime(), sizeBytes: z.number() },
  subjects,
  says: () => 'Snapshot reported',
});

/** Though it is far smaller than those before it. `acceptanceId` names the snapshot by its reason. */
export const snapshotAccepted = eventType('snapshot.accepted', {
  data: {
    ...ids,
    snapshotId: ref('snapshot'),
    acceptanceId: ref('acceptance').nullable().default(null),
    sizeBytes: z.number(),
    usualBytes: z.number(),
  },
  subjects,
  says: ({ sizeBytes, usualBytes, acceptanceId }, names) => {
    const reason = acceptanceId && names('acceptance', acceptanceId);
    const sizes = `${bytesInWords(sizeBytes)}, and those before it are about ${bytesInWords(usualBytes)}`;
    return `Size of a snapshot accepted as right: ${sizes}${reason ? `. Reason: ${reason}` : ''}`;
  },
});

const looked = {
  RIGHT: 'Snapshot found in its store with the right checksum',
  GONE: 'Snapshot gone from its store',
  DAMAGED: 'Snapshot damaged: its checksum is another',
} as const;

/**
 * Recorded when the answer is another than before: a snapshot was found right, or gone or damaged. Its type is in the
 * hashes of the log, so it stays.
 */
export const snapshotLookedAt = eventType('snapshot.lookedAt', {
  data: { ...ids, snapshotId: ref('snapshot'), result: z.enum(['RIGHT', 'GONE', 'DAMAGED']) },
  subjects,
  says: ({ result }) => looked[result],
});

export const datasetWeaknessFound = eventType('dataset.weaknessFound', {
  data: { ...ids, findingId: ref('finding') },
  subjects,
  says: () => 'Weakness found in how a dataset is kept',
});

export const datasetWeaknessSettled = eventType('dataset.weaknessSettled', {
  data: { ...ids, findingId: ref('finding') },
  subjects,
  says: () => 'Weakness in how a dataset is kept is gone',
});
