import { z } from 'zod';
import { datasetWeaknessFound, datasetWeaknessSettled } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { recentSnapshots } from '@/lib/datasets/queries/list';
import { weaknesses } from '@/lib/datasets/rules/age';
import { watchDatasetInput } from '@/lib/datasets/schema';
import { datasets } from '@/lib/datasets/subject';
import { command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

/** Raises a finding for each weakness of how a dataset is kept, and settles those that are gone. */
export const watchDataset = command({
  input: watchDatasetInput,
  answer: z.object({ found: z.array(z.string()) }),
  subject: datasets,
  of: ({ id }) => id,
  allow: permit(datasetPolicy, 'dataset.watch'),
  run: async ({ tx, input: { id: datasetId }, subject, now, record }) => {
    const { serviceId } = subject;
    const found = subject.archivedAt ? [] : weaknesses(subject, await recentSnapshots(tx, datasetId), now);
    const open = await tx.finding.findMany({ where: { datasetId, settledAt: null } });
    for (const finding of open.filter(({ sentence }) => !found.includes(sentence))) {
      await tx.finding.update({ where: { id: finding.id }, data: { settledAt: now } });
      record(datasetWeaknessSettled({ datasetId, serviceId, findingId: finding.id }));
    }
    for (const sentence of found.filter((one) => open.every((finding) => finding.sentence !== one))) {
      const findingId = newId();
      await tx.finding.create({
        data: {
          id: findingId,
          datasetId,
          serviceId,
          area: 'INFRASTRUCTURE',
          sentence,
          state: 'CONFIRMED',
          createdAt: now,
        },
      });
      record(datasetWeaknessFound({ datasetId, serviceId, findingId }));
    }
    return { found };
  },
});
