import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { changesOf, said } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';
import { resourceEdited } from '@/lib/resources/events';
import { heldOf } from '@/lib/resources/free-unit';
import { resourcePolicy } from '@/lib/resources/policy';
import { resourceView } from '@/lib/resources/queries/resource-view';
import { type ResourceView, resourceViewSchema } from '@/lib/resources/queries/views';
import { editResourceInput } from '@/lib/resources/schema';
import { assertEquipmentOrVendor, assertServerInUse, resources } from '@/lib/resources/subject';

/** Changes equipment or a vendor; what is left out stays. @throws AppError `conflict`, `precondition`, `invalid` */
export const editResource = command({
  input: editResourceInput,
  answer: resourceViewSchema,
  subject: resources,
  of: (input) => input.resourceId,
  allow: permit(resourcePolicy, 'resource.edit'),
  run: async ({ tx, input, subject, now, record }): Promise<ResourceView> => {
    assertEquipmentOrVendor(subject);
    const { resourceId: _, version: __, ...given } = input;
    const changed = changesOf({ ...subject, serverId: subject.server?.id ?? null }, given);
    if (changed.length === 0) return resourceView(subject, now);
    await assertServerInUse(tx, input.serverId);
    const held = await heldOf(tx, subject.id, now);
    const most = Math.max(0, ...held.map(({ unit }) => unit));
    if (input.capacity !== undefined && input.capacity < most) {
      const sentence = `${most} are booked. Release one first, or keep ${most}.`;
      throw new AppError('precondition', sentence, { fields: { capacity: [sentence] } });
    }
    const row = await resources.write(tx, subject, said(given));
    record(resourceEdited({ resourceId: row.id, kind: row.kind, fields: changed }));
    return resourceView(row, now);
  },
});
