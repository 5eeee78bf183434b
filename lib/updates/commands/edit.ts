import { z } from 'zod';
import type { Tx } from '@/lib/database/db';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { updateEdited } from '@/lib/updates/events';
import { updatePolicy } from '@/lib/updates/policy';

const longest = 10_000;
const input = z.object({
  id: z.uuid('Name an update by its id.'),
  /** The revision that was edited. */
  revision: z.coerce.number().int().positive(),
  text: z
    .string('The text is missing.')
    .max(longest, `The text is too long: at most ${longest} characters.`)
    .trim()
    .min(1, 'The text is missing.'),
  reason: z
    .string('Say why the text is edited.')
    .max(1_000, 'The reason is too long: at most 1000 characters.')
    .trim()
    .min(1, 'Say why the text is edited.'),
});

async function lockUpdate(tx: Tx, id: string) {
  await tx.$queryRaw`select id from update where id = ${id}::uuid for update`;
  const update = await tx.update.findUnique({
    where: { id },
    select: {
      id: true,
      incidentId: true,
      audience: true,
      revision: true,
      retractedAt: true,
      revisions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { body: true, createdAt: true, author: { select: { name: true } } },
      },
    },
  });
  if (!update) throw new AppError('not_found', 'There is no such update.');
  return update;
}

type Locked = Awaited<ReturnType<typeof lockUpdate>>;

function assertCurrent(update: Locked, revision: number): void {
  if (update.revision === revision) return;
  const last = update.revisions[0];
  const by = last?.author?.name ?? 'Somebody';
  throw new AppError('conflict', `${by} edited this update in between. Read it again, then edit it.`, {
    details: { by, act: 'edited', at: last?.createdAt.toISOString() ?? null, revision: update.revision },
  });
}

/** Gives an update new words. The earlier ones stay to be seen. @returns `{ id, revision }` */
export const editUpdate = command({
  name: 'update.edit',
  input,
  load: (tx, { id }) => lockUpdate(tx, id),
  allow: permit(updatePolicy, 'update.edit'),
  run: async ({ tx, input: { id, revision, text, reason }, subject, ctx, now, record }) => {
    if (subject.retractedAt)
      throw new AppError('precondition', 'This update was taken back and is not shown any more.');
    assertCurrent(subject, revision);
    if (subject.revisions[0]?.body === text)
      throw new AppError('conflict', 'The text is the same as before.');
    const number = subject.revision + 1;
    await tx.updateRevision.create({
      data: { updateId: id, number, body: text, reason, authorId: actingMember(ctx.actor), createdAt: now },
    });
    await tx.update.update({ where: { id }, data: { revision: number, version: { increment: 1 } } });
    const { audience, incidentId } = subject;
    record(updateEdited({ updateId: id, revision: number, audience, incidentId }));
    return { id, revision: number };
  },
});
