import { z } from 'zod';
import { snapshotReported } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { recentSnapshots } from '@/lib/datasets/queries/list';
import { usualAfter } from '@/lib/datasets/rules/whole';
import { snapshotInputSchema } from '@/lib/datasets/schema';
import { datasets } from '@/lib/datasets/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';

/**
 * A heartbeat: this snapshot was taken and is kept there. Sent again with the same `externalId` it answers the same
 * snapshot. @throws AppError `conflict` when the same `externalId` comes with another checksum
 */
export const reportSnapshot = command({
  input: snapshotInputSchema,
  answer: z.object({ id: z.uuid(), datasetId: z.uuid(), externalId: z.string() }),
  subject: datasets,
  of: (input) => input.datasetId,
  allow: permit(datasetPolicy, 'dataset.reportSnapshot'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    const { datasetId, externalId } = input;
    if (subject.archivedAt) {
      throw new AppError(
        'precondition',
        `${isolated(subject.name)} is archived. Bring the dataset back first.`,
      );
    }
    const known = await tx.snapshot.findUnique({
      where: { datasetId_externalId: { datasetId, externalId } },
    });
    const said = (snapshotId: string) =>
      snapshotReported({
        serviceId: subject.serviceId,
        datasetId,
        snapshotId,
        takenAt: new Date(input.takenAt).toISOString(),
        sizeBytes: input.sizeBytes,
      });
    if (known) {
      const { complete = known.complete } = input;
      const same = known.checksum === input.checksum;
      // What was told while it was being made is told again as it is made, until it is whole. What somebody accepted
      // stays what they accepted, with their reason.
      if (!same && (known.complete || known.acceptedAt)) {
        throw new AppError(
          'conflict',
          `A snapshot called ${externalId} is known with another checksum. Give every snapshot a name of its own.`,
        );
      }
      if (same && complete === known.complete) return { id: known.id, datasetId, externalId };
      const { checksum, sizeBytes, takenAt, system, location } = input;
      const anew = same ? {} : { verifiedAt: null, missingAt: null };
      await tx.snapshot.update({
        where: { id: known.id },
        data: { complete, checksum, sizeBytes, takenAt: new Date(takenAt), system, location, ...anew },
      });
      record(said(known.id));
      return { id: known.id, datasetId, externalId };
    }
    const takenAt = new Date(input.takenAt);
    const usualBytes = usualAfter(await recentSnapshots(tx, datasetId, takenAt));
    const id = newId();
    const apiKeyId = ctx.actor.kind === 'key' ? ctx.actor.keyId : null;
    await tx.snapshot.create({
      data: {
        ...input,
        complete: input.complete ?? true,
        usualBytes,
        id,
        takenAt,
        apiKeyId,
        reportedAt: now,
      },
    });
    record(said(id));
    return { id, datasetId, externalId };
  },
});
