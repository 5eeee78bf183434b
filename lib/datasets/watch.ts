import { db } from '@/lib/database/db';
import { weaknesses } from '@/lib/datasets/rules/age';
import { comparedSnapshots } from '@/lib/datasets/rules/whole';
import { systemContext } from '@/lib/platform/context';
import type { CronJob } from '@/lib/platform/jobs/job-queue';
import { watchDataset } from './commands/watch';

/** Looks at every dataset; only where something changed is anything locked or written. */
export async function watchDatasets(now = new Date()): Promise<void> {
  const datasets = await db().dataset.findMany({
    include: {
      snapshots: { orderBy: { takenAt: 'desc' }, take: comparedSnapshots },
      findings: { where: { settledAt: null } },
    },
  });
  for (const dataset of datasets) {
    const found = dataset.archivedAt ? [] : weaknesses(dataset, dataset.snapshots, now);
    const known = dataset.findings.map(({ sentence }) => sentence);
    if (found.length === known.length && found.every((sentence) => known.includes(sentence))) continue;
    await watchDataset(systemContext('snapshots'), { id: dataset.id });
  }
}

export const snapshotWatch: CronJob = {
  name: 'snapshot-watch',
  cron: '* * * * *',
  handle: () => watchDatasets(),
};
