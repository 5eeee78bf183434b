import { z } from 'zod';
import { isOfOwnIncident } from '@/lib/incidents/ownership';
import { AppError } from '@/lib/platform/errors';
import { idInput } from '@/lib/platform/input/id-input';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { updatePolicy } from '@/lib/updates/policy';
import { authorOf, updateSelect, updateViews } from '@/lib/updates/queries/update-views';
import { type UpdateWithRevisions, updateWithRevisionsSchema } from '@/lib/updates/queries/views';
import { updates } from '@/lib/updates/subject';

/** An update of an incident with all its revisions, newest first. */
export const updateRead = query({
  name: 'update.read',
  input: z.object({ id: idInput('Name an update by its id.') }),
  answer: updateWithRevisionsSchema,
  load: (db, { id }) => updates.read(db, id, updateSelect),
  allow: permit(updatePolicy, 'update.read', isOfOwnIncident),
  run: async ({ db, subject }): Promise<UpdateWithRevisions> => {
    const [view] = await updateViews(db, [subject]);
    if (!view) throw new AppError('not_found', 'There is no such update.');
    const revisions = await db.updateRevision.findMany({
      where: { updateId: subject.id },
      orderBy: { number: 'desc' },
      select: {
        number: true,
        body: true,
        reason: true,
        createdAt: true,
        author: { select: { id: true, name: true } },
      },
    });
    return {
      ...view,
      revisions: revisions.map(({ number, body, reason, createdAt, author }) => ({
        number,
        text: body,
        reason,
        by: authorOf(author),
        at: createdAt.toISOString(),
      })),
    };
  },
});
