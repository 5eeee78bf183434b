import { z } from 'zod';
import { snapshotAccepted } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { recentSnapshots } from '@/lib/datasets/queries/list';
import { wholeness } from '@/lib/datasets/rules/whole';
import { acceptSnapshotInput } from '@/lib/datasets/schema';
import { datasets } from '@/lib/datasets/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';

/**
 * Somebody knows that the size of a snapshot is right, though it is far smaller than those before it. Those after it are
 * judged by it. @throws AppError `not_found`; `precondition` when there is nothing to accept, or not everything in it
 */
export const acceptSnapshot = command({
  input: acceptSnapshotInput,
  answer: z.object({ id: z.uuid(), datasetId: z.uuid() }),
  subject: datasets,
  of: ({ datasetId }) => datasetId,
  allow: permit(datasetPolicy, 'dataset.acceptSnapshot'),
  run: async ({ tx, input: { datasetId, snapshotId: id, reason }, subject, ctx, now, record }) => {
    const snapshot = await tx.snapshot.findFirst({ where: { id, datasetId } });
    if (!snapshot) throw new AppError('not_found', `${isolated(subject.name)} has no such snapshot.`);
    const answer = { id, datasetId };
    if (snapshot.acceptedAt) return answer;
    if (snapshot.sizeBytes === 0n)
      throw new AppError('precondition', 'It holds nothing, so there is nothing to restore.');
    if (!snapshot.complete) {
      throw new AppError('precondition', 'Its maker says that it is not complete, so no size is right.');
    }
    const { shortOf } = wholeness(snapshot, await recentSnapshots(tx, datasetId, snapshot.takenAt));
    if (shortOf === null)
      throw new AppError('precondition', 'Its size is what is usual. There is nothing to accept.');
    await tx.snapshot.update({
      where: { id },
      data: { acceptedAt: now, acceptedById: actingMember(ctx.actor), acceptedReason: reason },
    });
    const sizes = { sizeBytes: Number(snapshot.sizeBytes), usualBytes: shortOf };
    const ids = { serviceId: subject.serviceId, datasetId, snapshotId: id, acceptanceId: id };
    record(snapshotAccepted({ ...ids, ...sizes }));
    return answer;
  },
});
