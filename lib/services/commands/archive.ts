import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { serviceArchived } from '@/lib/services/events';
import { servicePolicy } from '@/lib/services/policy';
import { savedServiceSchema } from '@/lib/services/queries/views';
import { archiveServiceInput } from '@/lib/services/schema';
import { services } from '@/lib/services/subject';

/** Takes a service out of the catalogue and the status page, or brings it back. Its history stays. */
export const archiveService = command({
  input: archiveServiceInput,
  answer: savedServiceSchema,
  subject: services,
  of: ({ id }) => id,
  allow: permit(servicePolicy, 'service.archive'),
  run: async ({ tx, input: { archived }, subject, now, record }) => {
    const open = await tx.incidentService.count({ where: { serviceId: subject.id, endsAt: null } });
    if (archived && open > 0) {
      throw new AppError(
        'precondition',
        'This service has an open incident. Close it, or take the service off it first.',
      );
    }
    record(serviceArchived({ serviceId: subject.id, archived }));
    return await services.archive(tx, subject, archived ? now : null);
  },
});
