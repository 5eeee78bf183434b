import { checkTemplateEdited } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { assertProbe } from '@/lib/checks/references';
import { editTemplateInput } from '@/lib/checks/schema';
import { assertInUse, templates } from '@/lib/checks/subject';
import { type Saved, savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { changesOf, edited, said } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';
import { Prisma } from '@/prisma/generated/client';

/** Changes a line of a checklist for incidents to come; what is left out stays. @throws AppError `conflict` when somebody was first */
export const editCheckTemplate = command({
  input: editTemplateInput,
  answer: savedSchema,
  subject: templates,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'checkTemplate.edit'),
  run: async ({ tx, input, subject, record }): Promise<Saved> => {
    const { id, version: _, ...given } = input;
    assertInUse(subject);
    if (changesOf(subject, given).length === 0) return { id, version: subject.version };
    const { probe, ...columns } = given;
    if (probe) await assertProbe(tx, probe);
    const { serviceId, area } = edited(subject, columns);
    record(checkTemplateEdited({ templateId: id, serviceId, area }));
    return await templates.write(tx, subject, {
      ...said(columns),
      ...(probe === undefined ? {} : { probeKind: probe?.kind ?? null, probe: probe ?? Prisma.DbNull }),
    });
  },
});
