import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';
import { resourceArchived } from '@/lib/resources/events';
import { heldOf } from '@/lib/resources/free-unit';
import { resourcePolicy } from '@/lib/resources/policy';
import { resourceView } from '@/lib/resources/queries/resource-view';
import { type ResourceView, resourceViewSchema } from '@/lib/resources/queries/views';
import { archiveResourceInput } from '@/lib/resources/schema';
import { assertEquipmentOrVendor, resources } from '@/lib/resources/subject';

/** Takes equipment or a vendor off the list. What it did stays. @throws AppError `conflict`, `precondition` */
export const archiveResource = command({
  input: archiveResourceInput,
  answer: resourceViewSchema,
  subject: resources,
  of: (input) => input.resourceId,
  allow: permit(resourcePolicy, 'resource.archive'),
  run: async ({ tx, subject, now, record }): Promise<ResourceView> => {
    assertEquipmentOrVendor(subject);
    if (subject.archivedAt) return resourceView(subject, now);
    const [held] = await heldOf(tx, subject.id, now);
    if (held) {
      const whom = held.incident?.ref ?? held.run?.ref ?? 'something';
      throw new AppError(
        'precondition',
        `${isolated(subject.name)} is booked for ${whom}. Release it first.`,
      );
    }
    const row = await resources.archive(tx, subject, now);
    record(resourceArchived({ resourceId: row.id, kind: row.kind }));
    return resourceView(row, now);
  },
});
