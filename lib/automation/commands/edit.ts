import { assertUnusedAddress } from '@/lib/automation/assert-unused-address';
import { endpointEdited } from '@/lib/automation/events';
import { automationPolicy } from '@/lib/automation/policy';
import { editEndpointInput } from '@/lib/automation/schema';
import { endpoints } from '@/lib/automation/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { changesOf, edited, said } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';

/** Changes name, address, service or patience of an endpoint. @returns `{ id, version }` */
export const editEndpoint = command({
  input: editEndpointInput,
  answer: savedSchema,
  subject: endpoints,
  of: ({ id }) => id,
  allow: permit(automationPolicy, 'automation.edit'),
  run: async ({ tx, input: { id, version: _, ...given }, subject, record }) => {
    if (subject.archivedAt) throw new AppError('precondition', 'Bring the endpoint back before changing it.');
    if (changesOf(subject, given).length === 0) return { id, version: subject.version };
    if (given.url) await assertUnusedAddress(tx, given.url, id);
    record(endpointEdited({ endpointId: id, moved: edited(subject, given).url !== subject.url }));
    return await endpoints.write(tx, subject, said(given));
  },
});
