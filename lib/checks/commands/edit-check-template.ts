import { checkTemplateEdited } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { assertProbe } from '@/lib/checks/references';
import { editTemplateInput } from '@/lib/checks/schema';
import { assertInUse, templates } from '@/lib/checks/subject';
import { type Saved, savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { Prisma } from '@/prisma/generated/client';

/** Changes a line of a checklist for incidents to come. @throws AppError `conflict` when somebody was first */
export const editCheckTemplate = command({
  input: editTemplateInput,
  answer: savedSchema,
  subject: templates,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'checkTemplate.edit'),
  run: async ({ tx, input, subject, record }): Promise<Saved> => {
    const { id, version: _, probe, ...columns } = input;
    assertInUse(subject);
    await assertProbe(tx, probe);
    record(checkTemplateEdited({ templateId: id, serviceId: subject.serviceId, area: columns.area }));
    return await templates.write(tx, subject, {
      ...columns,
      probeKind: probe?.kind ?? null,
      probe: probe ? (probe as Prisma.InputJsonValue) : Prisma.DbNull,
    });
  },
});
