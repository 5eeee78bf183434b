import { z } from 'zod';
import { datasetEdited } from '@/lib/datasets/events';
import { assertDatasetVersion, lockDataset, refuseTakenName } from '@/lib/datasets/lock';
import { datasetPolicy } from '@/lib/datasets/policy';
import { datasetInputSchema } from '@/lib/datasets/schema';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

const inputSchema = datasetInputSchema.omit({ serviceId: true }).extend({
  id: z.uuid('Name the dataset by its id.'),
  version: z.int().min(1, 'Say which version you edited.'),
});

/** Saves what is asked of a dataset's snapshots. @throws AppError `conflict` when it was saved since `version` */
export const editDataset = command({
  name: 'dataset.edit',
  input: inputSchema,
  load: (tx, input) => lockDataset(tx, input.id),
  allow: permit(datasetPolicy, 'dataset.edit'),
  run: async ({ tx, input: { id, version, ...columns }, subject, record }) => {
    assertDatasetVersion(subject, version);
    await refuseTakenName(tx, { id, serviceId: subject.serviceId, name: columns.name });
    const changed = Object.entries(columns)
      .filter(([key, value]) => subject[key as keyof typeof columns] !== value)
      .map(([key]) => key);
    await tx.dataset.update({ where: { id }, data: { ...columns, version: version + 1 } });
    record(datasetEdited({ datasetId: id, serviceId: subject.serviceId, version: version + 1, changed }));
    return { id, version: version + 1 };
  },
});
