import type { Db, Tx } from '@/lib/database/db';
import { defaultTemplates } from './default-templates';

/**
 * Writes the checklist that every installation begins with, once: a template that was archived since stays so.
 * Two processes that come at the same time write the same rows.
 */
export async function installDefaultTemplates(db: Db | Tx): Promise<void> {
  const [first] = defaultTemplates;
  const known = await db.checkTemplate.findFirst({ where: { id: first?.id ?? '' }, select: { id: true } });
  if (known) return;
  await db.checkTemplate.createMany({
    data: defaultTemplates.map((template, place) => ({ ...template, position: (place + 1) * 10 })),
    skipDuplicates: true,
  });
}
