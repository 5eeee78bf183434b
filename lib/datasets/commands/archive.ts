import { z } from 'zod';
import { datasetArchived } from '@/lib/datasets/events';
import { assertDatasetVersion, lockDataset } from '@/lib/datasets/lock';
import { datasetPolicy } from '@/lib/datasets/policy';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

const inputSchema = z.object({
  id: z.uuid('Name the dataset by its id.'),
  version: z.int().min(1, 'Say which version you saw.'),
  archived: z.boolean().default(true),
});

/** Takes a dataset off its service, or brings it back. Its snapshots stay known. */
export const archiveDataset = command({
  name: 'dataset.archive',
  input: inputSchema,
  load: (tx, input) => lockDataset(tx, input.id),
  allow: permit(datasetPolicy, 'dataset.archive'),
  run: async ({ tx, input, subject, now, record }) => {
    assertDatasetVersion(subject, input.version);
    const version = subject.version + 1;
    await tx.dataset.update({
      where: { id: input.id },
      data: { archivedAt: input.archived ? now : null, version },
    });
    record(datasetArchived({ datasetId: input.id, serviceId: subject.serviceId, archived: input.archived }));
    return { id: input.id, version };
  },
});
