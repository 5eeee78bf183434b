import { datasetEdited } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { editDatasetInput } from '@/lib/datasets/schema';
import { datasets, refuseTakenName } from '@/lib/datasets/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { changesOf, edited, said } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';

/** Changes what is asked of a dataset's snapshots; what is left out stays. @throws AppError `conflict` when it was saved since `version` */
export const editDataset = command({
  input: editDatasetInput,
  answer: savedSchema,
  subject: datasets,
  of: ({ id }) => id,
  allow: permit(datasetPolicy, 'dataset.edit'),
  run: async ({ tx, input: { id, version: _, ...columns }, subject, record }) => {
    const changed = changesOf(subject, columns);
    if (changed.length === 0) return { id, version: subject.version };
    const dataset = edited(subject, columns);
    const { serviceId } = dataset;
    await refuseTakenName(tx, dataset);
    const view = await datasets.write(tx, subject, said(columns));
    record(datasetEdited({ datasetId: id, serviceId, version: view.version, changed }));
    return view;
  },
});
