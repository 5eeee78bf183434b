import { assertUnusedAddress } from '@/lib/automation/assert-unused-address';
import { endpointArchived } from '@/lib/automation/events';
import { automationPolicy } from '@/lib/automation/policy';
import { archiveEndpointInput } from '@/lib/automation/schema';
import { endpoints } from '@/lib/automation/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Takes an endpoint out of use, or brings it back. Its calls stay on record. @returns `{ id, version }` */
export const archiveEndpoint = command({
  input: archiveEndpointInput,
  answer: savedSchema,
  subject: endpoints,
  of: ({ id }) => id,
  allow: permit(automationPolicy, 'automation.archive'),
  run: async ({ tx, input: { id, archived }, subject, now, record }) => {
    if (!archived) await assertUnusedAddress(tx, subject.url, id);
    record(endpointArchived({ endpointId: id, archived }));
    return await endpoints.archive(tx, subject, archived ? now : null);
  },
});
