import { command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { resourceCreated } from '@/lib/resources/events';
import { resourcePolicy } from '@/lib/resources/policy';
import { resourceSelect, resourceView } from '@/lib/resources/queries/resource-view';
import { type ResourceView, resourceViewSchema } from '@/lib/resources/queries/views';
import { createResourceInput } from '@/lib/resources/schema';
import { assertServerInUse } from '@/lib/resources/subject';

/** Adds equipment or a vendor that can be booked. @throws AppError `invalid` at `serverId` */
export const createResource = command({
  input: createResourceInput,
  answer: resourceViewSchema,
  load: async () => undefined,
  allow: permit(resourcePolicy, 'resource.create'),
  run: async ({ tx, input, now, record }): Promise<ResourceView> => {
    await assertServerInUse(tx, input.serverId);
    const row = await tx.resource.create({ data: { id: newId(), ...input }, select: resourceSelect });
    record(resourceCreated({ resourceId: row.id, kind: row.kind, capacity: input.capacity }));
    return resourceView(row, now);
  },
});
