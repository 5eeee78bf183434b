import { datasetEdited } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { editDatasetInput } from '@/lib/datasets/schema';
import { datasets, refuseTakenName } from '@/lib/datasets/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Saves what is asked of a dataset's snapshots. @throws AppError `conflict` when it was saved since `version` */
export const editDataset = command({
  input: editDatasetInput,
  answer: savedSchema,
  subject: datasets,
  of: ({ id }) => id,
  allow: permit(datasetPolicy, 'dataset.edit'),
  run: async ({ tx, input: { id, version: _, ...columns }, subject, record }) => {
    const { serviceId } = subject;
    await refuseTakenName(tx, { id, serviceId, name: columns.name });
    const changed = Object.entries(columns)
      .filter(([key, value]) => subject[key as keyof typeof columns] !== value)
      .map(([key]) => key);
    const view = await datasets.write(tx, subject, columns);
    record(datasetEdited({ datasetId: id, serviceId, version: view.version, changed }));
    return view;
  },
});
