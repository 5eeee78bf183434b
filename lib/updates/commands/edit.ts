import { z } from 'zod';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { updateEdited } from '@/lib/updates/events';
import { updatePolicy } from '@/lib/updates/policy';
import { editUpdateInput } from '@/lib/updates/schema';
import { updates } from '@/lib/updates/subject';

/** Gives an update new words. The earlier ones stay to be seen. @returns `{ id, revision, version }` */
export const editUpdate = command({
  input: editUpdateInput,
  answer: z.object({ id: z.uuid(), revision: z.int(), version: z.int() }),
  subject: updates,
  of: ({ id }) => id,
  allow: permit(updatePolicy, 'update.edit'),
  run: async ({ tx, input: { id, text, reason }, subject, ctx, now, record }) => {
    if (subject.retractedAt)
      throw new AppError('precondition', 'This update was taken back and is not shown any more.');
    if (subject.revisions[0]?.body === text)
      throw new AppError('conflict', 'The text is the same as before.');
    const number = subject.revision + 1;
    await tx.updateRevision.create({
      data: { updateId: id, number, body: text, reason, authorId: actingMember(ctx.actor), createdAt: now },
    });
    const { audience, incidentId } = subject;
    record(updateEdited({ updateId: id, revision: number, audience, incidentId }));
    return await updates.write(tx, subject, { revision: number });
  },
});
