import { checkTemplateArchived } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { archiveTemplateInput } from '@/lib/checks/schema';
import { assertTemplate, lockTemplate, type TemplateActView } from '@/lib/checks/template-subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Takes a line off a checklist, also one of the defaults. What incidents made of it stays. */
export const archiveCheckTemplate = command({
  name: 'checkTemplate.archive',
  input: archiveTemplateInput,
  load: (tx, input) => lockTemplate(tx, input.id),
  allow: permit(checkPolicy, 'checkTemplate.edit'),
  run: async ({ tx, input, subject, now, record }): Promise<TemplateActView> => {
    assertTemplate(subject, input.version);
    const { id, serviceId, area, version } = subject;
    record(checkTemplateArchived({ templateId: id, serviceId, area }));
    return await tx.checkTemplate.update({
      where: { id, version },
      data: { archivedAt: now, version: version + 1 },
      select: { id: true, version: true },
    });
  },
});
