import { datasetArchived } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { archiveDatasetInput } from '@/lib/datasets/schema';
import { datasets } from '@/lib/datasets/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Takes a dataset off its service, or brings it back. Its snapshots stay known. */
export const archiveDataset = command({
  input: archiveDatasetInput,
  answer: savedSchema,
  subject: datasets,
  of: ({ id }) => id,
  allow: permit(datasetPolicy, 'dataset.archive'),
  run: async ({ tx, input: { archived }, subject, now, record }) => {
    record(datasetArchived({ datasetId: subject.id, serviceId: subject.serviceId, archived }));
    return await datasets.archive(tx, subject, archived ? now : null);
  },
});
