import { z } from 'zod';
import { snapshotLookedAt } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

const inputSchema = z.object({ snapshotId: z.uuid(), result: z.enum(['RIGHT', 'GONE', 'DAMAGED']) });

/** Keeps what a look at a snapshot in its store found. An event is recorded when that differs from before. */
export const keepLook = command({
  name: 'dataset.keepLook',
  input: inputSchema,
  load: async (tx, { snapshotId }) => {
    await tx.$queryRaw`select id from snapshot where id = ${snapshotId}::uuid for update`;
    const snapshot = await tx.snapshot.findUnique({ where: { id: snapshotId }, include: { dataset: true } });
    if (!snapshot) throw new AppError('not_found', 'There is no such snapshot.');
    return snapshot;
  },
  allow: permit(datasetPolicy, 'dataset.keepLook'),
  run: async ({ tx, input: { snapshotId, result }, subject, now, record }) => {
    const right = result === 'RIGHT';
    const before = subject.missingAt ? 'BAD' : subject.verifiedAt ? 'RIGHT' : 'NEVER';
    await tx.snapshot.update({
      where: { id: snapshotId },
      data: right ? { verifiedAt: now, missingAt: null } : { missingAt: subject.missingAt ?? now },
    });
    if (before !== (right ? 'RIGHT' : 'BAD')) {
      const { datasetId, dataset } = subject;
      record(snapshotLookedAt({ serviceId: dataset.serviceId, datasetId, snapshotId, result }));
    }
    return { id: snapshotId };
  },
});
