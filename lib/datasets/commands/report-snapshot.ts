import { z } from 'zod';
import { snapshotReported } from '@/lib/datasets/events';
import { datasetPolicy } from '@/lib/datasets/policy';
import { snapshotInputSchema } from '@/lib/datasets/schema';
import { datasets } from '@/lib/datasets/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';

/** The clocks of two machines may differ by so much. Milliseconds. */
const clockDifference = 5 * 60_000;

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
    if (known) {
      if (known.checksum === input.checksum) {
        // What was reported while it was still being made is told again once it is whole.
        const { complete = known.complete } = input;
        if (complete !== known.complete) {
          await tx.snapshot.update({ where: { id: known.id }, data: { complete } });
        }
        return { id: known.id, datasetId, externalId };
      }
      throw new AppError(
        'conflict',
        `A snapshot called ${externalId} is known with another checksum. Give every snapshot a name of its own.`,
      );
    }
    const takenAt = new Date(input.takenAt);
    if (takenAt.getTime() > now.getTime() + clockDifference) {
      const sentence =
        'takenAt lies in the future. Look at the clock of the machine that takes the snapshots.';
      throw new AppError('invalid', sentence, { fields: { takenAt: [sentence] } });
    }
    const id = newId();
    const apiKeyId = ctx.actor.kind === 'key' ? ctx.actor.keyId : null;
    await tx.snapshot.create({
      data: { ...input, complete: input.complete ?? true, id, takenAt, apiKeyId, reportedAt: now },
    });
    record(
      snapshotReported({
        serviceId: subject.serviceId,
        datasetId,
        snapshotId: id,
        takenAt: takenAt.toISOString(),
        sizeBytes: input.sizeBytes,
      }),
    );
    return { id, datasetId, externalId };
  },
});
