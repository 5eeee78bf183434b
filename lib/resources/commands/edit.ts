import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { heldOf } from '@/lib/resources/booking';
import { resourceEdited } from '@/lib/resources/events';
import { assertResourceVersion, lockKept } from '@/lib/resources/kept';
import { resourcePolicy } from '@/lib/resources/policy';
import type { ResourceView } from '@/lib/resources/queries/views';
import { resourceViewSchema } from '@/lib/resources/queries/views';
import { resourceSelect, resourceView } from '@/lib/resources/rows';
import { editResourceInput } from '@/lib/resources/schema';
import { assertServer } from '@/lib/resources/spare-for';

const fields = ['name', 'detail', 'site', 'serverId', 'capacity'] as const;

/** Changes equipment or a vendor; what is left out stays. @throws AppError `conflict`, `precondition`, `invalid` */
export const editResource = command({
  name: 'resource.edit',
  input: editResourceInput,
  answer: resourceViewSchema,
  load: (tx, input) => lockKept(tx, input.resourceId),
  allow: permit(resourcePolicy, 'resource.edit'),
  run: async ({ tx, input, subject, now, record }): Promise<ResourceView> => {
    assertResourceVersion(subject, input.version);
    const changed = fields.filter((field) => input[field] !== undefined);
    if (changed.length === 0) return resourceView(subject, now);
    await assertServer(tx, input.serverId);
    const held = await heldOf(tx, subject.id, now);
    const most = Math.max(0, ...held.map(({ unit }) => unit));
    if (input.capacity !== undefined && input.capacity < most) {
      const sentence = `${most} are booked. Release one first, or keep ${most}.`;
      throw new AppError('precondition', sentence, { fields: { capacity: [sentence] } });
    }
    const data = Object.fromEntries(changed.map((field) => [field, input[field]]));
    const row = await tx.resource.update({
      where: { id: subject.id },
      data: { ...data, version: subject.version + 1 },
      select: resourceSelect,
    });
    record(resourceEdited({ resourceId: row.id, kind: row.kind, fields: changed }));
    return resourceView(row, now);
  },
});
