import { installDefaultTemplates } from '@/lib/checks/checklist/install-default-templates';
import { checkTemplateCreated } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { assertNamed, assertProbe } from '@/lib/checks/references';
import { createTemplateInput } from '@/lib/checks/schema';
import { type Saved, savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import type { Prisma } from '@/prisma/generated/client';

/** Adds a line to the checklist of a service, or of all services. Incidents that run keep theirs. */
export const createCheckTemplate = command({
  name: 'checkTemplate.create',
  input: createTemplateInput,
  answer: savedSchema,
  load: async () => null,
  allow: permit(checkPolicy, 'checkTemplate.edit'),
  run: async ({ tx, input, record }): Promise<Saved> => {
    const { probe, ...columns } = input;
    await assertNamed(tx, columns);
    await assertProbe(tx, probe);
    await installDefaultTemplates(tx);
    const id = newId();
    record(checkTemplateCreated({ templateId: id, serviceId: columns.serviceId, area: columns.area }));
    return await tx.checkTemplate.create({
      data: {
        ...columns,
        id,
        ...(probe ? { probeKind: probe.kind, probe: probe as Prisma.InputJsonValue } : {}),
      },
      select: { id: true, version: true },
    });
  },
});
