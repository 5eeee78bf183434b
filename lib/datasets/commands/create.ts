import { datasetCreated } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { datasetInputSchema } from '@/lib/datasets/schema';
import { refuseTakenName } from '@/lib/datasets/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { services } from '@/lib/services/subject';

/** Says that a service's data is backed up: how often, how old a copy may be, and where it is kept. */
export const createDataset = command({
  input: datasetInputSchema,
  answer: savedSchema,
  subject: services,
  of: (input) => input.serviceId,
  allow: permit(datasetPolicy, 'dataset.create'),
  run: async ({ tx, input, now, record }) => {
    await refuseTakenName(tx, input);
    const id = newId();
    await tx.dataset.create({ data: { id, createdAt: now, ...input } });
    record(datasetCreated({ datasetId: id, serviceId: input.serviceId }));
    return { id, version: 1 };
  },
});
