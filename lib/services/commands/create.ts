import { refuseTaken } from '@/lib/database/database-errors';
import { command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { serviceCreated } from '@/lib/services/events';
import { servicePolicy } from '@/lib/services/policy';
import { savedServiceSchema } from '@/lib/services/queries/views';
import { serviceInputSchema } from '@/lib/services/schema';
import { serviceColumns, takenName, writeParts } from '@/lib/services/write';

/** Adds a service to the catalogue, at the end of the list. @returns `{ id, slug, version }` */
export const createService = command({
  input: serviceInputSchema,
  answer: savedServiceSchema,
  load: async () => null,
  allow: permit(servicePolicy, 'service.create'),
  run: async ({ tx, input, now, record }) => {
    const id = newId();
    await refuseTaken('name', takenName, async () => {
      const position = await tx.service.count();
      await tx.service.create({
        data: { id, position, createdAt: now, ...(await serviceColumns(tx, input)) },
      });
      await writeParts(tx, id, input);
    });
    record(serviceCreated({ serviceId: id, tier: input.tier, visibility: input.visibility }));
    return { id, slug: input.slug, version: 1 };
  },
});
