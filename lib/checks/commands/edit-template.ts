import { checkTemplateEdited } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { assertProbe } from '@/lib/checks/references';
import { editTemplateInput } from '@/lib/checks/schema';
import { assertTemplate, lockTemplate, type TemplateActView } from '@/lib/checks/template-subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { Prisma } from '@/prisma/generated/client';

/** Changes a line of a checklist for incidents to come. @throws AppError `conflict` when somebody was first */
export const editCheckTemplate = command({
  name: 'checkTemplate.edit',
  input: editTemplateInput,
  load: (tx, input) => lockTemplate(tx, input.id),
  allow: permit(checkPolicy, 'checkTemplate.edit'),
  run: async ({ tx, input, subject, record }): Promise<TemplateActView> => {
    const { id, version, probe, ...columns } = input;
    assertTemplate(subject, version);
    await assertProbe(tx, probe);
    record(checkTemplateEdited({ templateId: id, serviceId: subject.serviceId, area: columns.area }));
    return await tx.checkTemplate.update({
      where: { id, version },
      data: {
        ...columns,
        probeKind: probe?.kind ?? null,
        probe: probe ? (probe as Prisma.InputJsonValue) : Prisma.DbNull,
        version: version + 1,
      },
      select: { id: true, version: true },
    });
  },
});
