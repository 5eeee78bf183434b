import { assertOpen } from '@/lib/incidents/move-stage';
import { writeNote } from '@/lib/incidents/notes';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { setServiceStatusInput } from '@/lib/incidents/schema';
import { changeStatus } from '@/lib/incidents/services/status-intervals';
import { incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';
import { serviceStatusLabel } from '@/lib/services/schema';

/** Gives a service of the incident another status, for a reason. From then on it no longer follows the severity. */
export const setServiceStatus = command({
  input: setServiceStatusInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.setServiceStatus'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    assertOpen(subject, 'its services work');
    const interval = subject.services.find((service) => service.serviceId === input.serviceId);
    if (!interval) throw new AppError('not_found', `This service is not on ${subject.ref}. Add it first.`);
    const { status, reason } = input;
    if (interval.status === status) {
      const label = serviceStatusLabel[status].toLowerCase();
      throw new AppError('conflict', `${isolated(interval.service.name)} is shown as ${label} already.`);
    }
    const memberId = actingMember(ctx.actor);
    const incidentId = subject.id;
    const noteId = await writeNote(tx, { incidentId, memberId, text: reason, now });
    record(await changeStatus(tx, { interval, incidentId, status, reason, memberId, noteId, now }));
    return await incidents.write(tx, subject, {});
  },
});
