import { assertEndpointVersion, assertOwnPlace, lockEndpoint } from '@/lib/automation/endpoint-rows';
import { endpointArchived } from '@/lib/automation/events';
import { automationPolicy } from '@/lib/automation/policy';
import { archiveEndpointInput } from '@/lib/automation/schema';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Takes an endpoint out of use, or brings it back. Its calls stay on record. @returns `{ id, version }` */
export const archiveEndpoint = command({
  name: 'automation.archive',
  input: archiveEndpointInput,
  load: (tx, { id }) => lockEndpoint(tx, id),
  allow: permit(automationPolicy, 'automation.archive'),
  run: async ({ tx, input: { id, version, archived }, subject, now, record }) => {
    assertEndpointVersion(subject, version);
    if (!archived) await assertOwnPlace(tx, subject.url, id);
    await tx.automationEndpoint.update({
      where: { id },
      data: { archivedAt: archived ? now : null, version: version + 1 },
    });
    record(endpointArchived({ endpointId: id, archived }));
    return { id, version: version + 1 };
  },
});
