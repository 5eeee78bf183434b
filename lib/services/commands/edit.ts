import { z } from 'zod';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { serviceEdited } from '@/lib/services/events';
import { assertVersion, lockService } from '@/lib/services/lock';
import { servicePolicy } from '@/lib/services/policy';
import { serviceInputSchema } from '@/lib/services/schema';
import { refuseDuplicates, serviceColumns, writeParts } from '@/lib/services/write';

const inputSchema = serviceInputSchema.extend({
  id: z.uuid('Name the service by its id.'),
  version: z.int().min(1, 'Say which version you edited.'),
});

/** Saves a service as a whole. @throws AppError `conflict` when somebody saved it since `version` */
export const editService = command({
  name: 'service.edit',
  input: inputSchema,
  load: (tx, input) => lockService(tx, input.id),
  allow: permit(servicePolicy, 'service.edit'),
  run: async ({ tx, input, subject, record }) => {
    assertVersion(subject, input.version);
    const columns = await serviceColumns(tx, input);
    const changed = Object.entries(columns)
      .filter(([key, value]) => String(subject[key as keyof typeof columns] ?? '') !== String(value ?? ''))
      .map(([key]) => key);
    const version = subject.version + 1;
    await refuseDuplicates(async () => {
      await tx.service.update({
        where: { id: input.id, version: input.version },
        data: { ...columns, version },
      });
      await writeParts(tx, input.id, input);
    });
    record(serviceEdited({ serviceId: input.id, version, changed }));
    return { id: input.id, slug: input.slug, version };
  },
});
