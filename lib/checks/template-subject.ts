import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { CheckTemplate } from '@/prisma/generated/client';

/** What an act on a template answers. */
export interface TemplateActView {
  id: string;
  version: number;
}

/** The template with its row locked. @throws AppError `not_found` */
export async function lockTemplate(tx: Tx, id: string): Promise<CheckTemplate> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select id from check_template where id = ${id}::uuid for update`;
  if (!row) throw new AppError('not_found', 'There is no such line in a checklist.');
  return await tx.checkTemplate.findUniqueOrThrow({ where: { id } });
}

/** @throws AppError `conflict`, `precondition` */
export function assertTemplate(subject: CheckTemplate, version: number): void {
  if (subject.archivedAt)
    throw new AppError('precondition', 'This line was taken off the checklist. Add a new one.');
  if (subject.version !== version)
    throw new AppError('conflict', 'Somebody changed this line in between. Look at it again, then save.');
}
