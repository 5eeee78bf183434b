import { refuseTaken } from '@/lib/database/database-errors';
import { command } from '@/lib/platform/command';
import { edited } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';
import { serviceEdited } from '@/lib/services/events';
import { servicePolicy } from '@/lib/services/policy';
import { savedServiceSchema } from '@/lib/services/queries/views';
import { editServiceInput } from '@/lib/services/schema';
import { services } from '@/lib/services/subject';
import { changedFields, serviceColumns, storedService, takenName, writeParts } from '@/lib/services/write';

/** Changes a service; what is left out stays. @throws AppError `conflict` when somebody saved it since `version` */
export const editService = command({
  input: editServiceInput,
  answer: savedServiceSchema,
  subject: services,
  of: ({ id }) => id,
  allow: permit(servicePolicy, 'service.edit'),
  run: async ({ tx, input: { id: _, version: __, ...given }, subject, record }) => {
    const stored = await storedService(tx, subject.id);
    const service = edited(stored, given);
    const changed = changedFields(stored, service);
    if (changed.length === 0) return { id: subject.id, slug: subject.slug, version: subject.version };
    const columns = await serviceColumns(tx, service);
    return await refuseTaken('name', takenName, async () => {
      const view = await services.write(tx, subject, columns);
      await writeParts(tx, subject.id, given);
      record(serviceEdited({ serviceId: subject.id, version: view.version, changed }));
      return view;
    });
  },
});
