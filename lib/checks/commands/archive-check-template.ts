import { checkTemplateArchived } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { archiveTemplateInput } from '@/lib/checks/schema';
import { assertInUse, templates } from '@/lib/checks/subject';
import { type Saved, savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Takes a line off a checklist, also one of the defaults. What incidents made of it stays. */
export const archiveCheckTemplate = command({
  name: 'checkTemplate.archive',
  input: archiveTemplateInput,
  answer: savedSchema,
  subject: templates,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'checkTemplate.edit'),
  run: async ({ tx, subject, now, record }): Promise<Saved> => {
    assertInUse(subject);
    const { id, serviceId, area } = subject;
    record(checkTemplateArchived({ templateId: id, serviceId, area }));
    return await templates.archive(tx, subject, now);
  },
});
