import { z } from 'zod';
import { isOwnIncident } from '@/lib/incidents/own';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { updatePolicy } from '@/lib/updates/policy';
import { authorOf, updateSelect, updateViews } from '@/lib/updates/queries/update-views';
import type { UpdateWithRevisions } from '@/lib/updates/queries/views';

async function isOwnUpdate(actor: Actor, subject: { incidentId: string | null }): Promise<boolean> {
  return subject.incidentId !== null && (await isOwnIncident(actor, { id: subject.incidentId }));
}

/** An update of an incident with all its revisions, newest first. */
export const updateRead = query({
  name: 'update.read',
  input: z.object({ id: z.uuid('Name an update by its id.') }),
  load: async (db, { id }) => {
    const row = await db.update.findUnique({ where: { id }, select: updateSelect });
    if (!row) throw new AppError('not_found', 'There is no such update.');
    return row;
  },
  allow: permit(updatePolicy, 'update.read', isOwnUpdate),
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
