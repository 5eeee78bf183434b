import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { heldOf } from '@/lib/resources/booking';
import { resourceArchived } from '@/lib/resources/events';
import { assertResourceVersion, lockKept } from '@/lib/resources/kept';
import { resourcePolicy } from '@/lib/resources/policy';
import type { ResourceView } from '@/lib/resources/queries/views';
import { resourceViewSchema } from '@/lib/resources/queries/views';
import { resourceSelect, resourceView } from '@/lib/resources/rows';
import { archiveResourceInput } from '@/lib/resources/schema';

/** Takes equipment or a vendor off the list. What it did stays. @throws AppError `conflict`, `precondition` */
export const archiveResource = command({
  name: 'resource.archive',
  input: archiveResourceInput,
  answer: resourceViewSchema,
  load: (tx, input) => lockKept(tx, input.resourceId),
  allow: permit(resourcePolicy, 'resource.archive'),
  run: async ({ tx, input, subject, now, record }): Promise<ResourceView> => {
    assertResourceVersion(subject, input.version);
    if (subject.archivedAt) return resourceView(subject, now);
    const [held] = await heldOf(tx, subject.id, now);
    if (held) {
      const whom = held.incident?.ref ?? held.run?.ref ?? 'something';
      throw new AppError('precondition', `${subject.name} is booked for ${whom}. Release it first.`);
    }
    const row = await tx.resource.update({
      where: { id: subject.id },
      data: { archivedAt: now, version: subject.version + 1 },
      select: resourceSelect,
    });
    record(resourceArchived({ resourceId: row.id, kind: row.kind }));
    return resourceView(row, now);
  },
});
