import { snapshotLookedAt } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { recordDigestInput } from '@/lib/datasets/schema';
import { snapshots } from '@/lib/datasets/subject';
import { idSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Stores what a verification of a snapshot in its store found. An event is recorded when that differs from before. */
export const recordDigest = command({
  input: recordDigestInput,
  answer: idSchema,
  subject: snapshots,
  of: (input) => input.snapshotId,
  allow: permit(datasetPolicy, 'dataset.recordDigest'),
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
