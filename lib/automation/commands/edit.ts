import { assertEndpointVersion, assertOwnPlace, lockEndpoint } from '@/lib/automation/endpoint-rows';
import { endpointEdited } from '@/lib/automation/events';
import { automationPolicy } from '@/lib/automation/policy';
import { editEndpointInput } from '@/lib/automation/schema';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Changes name, address, service or patience of an endpoint. @returns `{ id, version }` */
export const editEndpoint = command({
  name: 'automation.edit',
  input: editEndpointInput,
  load: (tx, { id }) => lockEndpoint(tx, id),
  allow: permit(automationPolicy, 'automation.edit'),
  run: async ({ tx, input: { id, version, ...given }, subject, record }) => {
    assertEndpointVersion(subject, version);
    if (subject.archivedAt) throw new AppError('precondition', 'Bring the endpoint back before changing it.');
    if (given.url) await assertOwnPlace(tx, given.url, id);
    const data = {
      name: given.name ?? subject.name,
      url: given.url ?? subject.url,
      serviceId: given.serviceId === undefined ? subject.serviceId : given.serviceId,
      timeoutSeconds: given.timeoutSeconds ?? subject.timeoutSeconds,
    };
    await tx.automationEndpoint.update({ where: { id }, data: { ...data, version: version + 1 } });
    record(endpointEdited({ endpointId: id, moved: data.url !== subject.url }));
    return { id, version: version + 1 };
  },
});
