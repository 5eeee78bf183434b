import { datasetEdited } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { editDatasetInput } from '@/lib/datasets/schema';
import { datasets, refuseTakenName } from '@/lib/datasets/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { edited, said } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';

/** Changes what is asked of a dataset's snapshots; what is left out stays. @throws AppError `conflict` when it was saved since `version` */
export const editDataset = command({
  input: editDatasetInput,
  answer: savedSchema,
  subject: datasets,
  of: ({ id }) => id,
  allow: permit(datasetPolicy, 'dataset.edit'),
  run: async ({ tx, input: { id, version: _, ...columns }, subject, record }) => {
    const dataset = edited(subject, columns);
    const { serviceId } = dataset;
    await refuseTakenName(tx, dataset);
    const fields = Object.keys(columns) as (keyof typeof columns)[];
    const changed = fields.filter((field) => dataset[field] !== subject[field]);
    const view = await datasets.write(tx, subject, said(columns));
    record(datasetEdited({ datasetId: id, serviceId, version: view.version, changed }));
    return view;
  },
});
