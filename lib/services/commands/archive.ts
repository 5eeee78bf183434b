import { z } from 'zod';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { serviceArchived } from '@/lib/services/events';
import { assertVersion, lockService } from '@/lib/services/lock';
import { servicePolicy } from '@/lib/services/policy';

const inputSchema = z.object({
  id: z.uuid('Name the service by its id.'),
  version: z.int().min(1, 'Say which version you saw.'),
  archived: z.boolean().default(true),
});

/** Takes a service out of the catalogue and the status page, or brings it back. Its history stays. */
export const archiveService = command({
  name: 'service.archive',
  input: inputSchema,
  load: (tx, input) => lockService(tx, input.id),
  allow: permit(servicePolicy, 'service.archive'),
  run: async ({ tx, input, subject, now, record }) => {
    assertVersion(subject, input.version);
    const open = await tx.incidentService.count({ where: { serviceId: input.id, endsAt: null } });
    if (input.archived && open > 0) {
      throw new AppError(
        'precondition',
        'This service has an open incident. Close it, or take the service off it first.',
      );
    }
    const version = subject.version + 1;
    await tx.service.update({
      where: { id: input.id },
      data: { archivedAt: input.archived ? now : null, version },
    });
    record(serviceArchived({ serviceId: input.id, archived: input.archived }));
    return { id: input.id, version };
  },
});
