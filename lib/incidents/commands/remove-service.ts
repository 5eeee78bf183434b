import { incidentServiceChanged } from '@/lib/incidents/events';
import { assertOpen } from '@/lib/incidents/move-stage';
import { writeNote } from '@/lib/incidents/notes';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { removeServiceInput } from '@/lib/incidents/schema';
import { closeInterval } from '@/lib/incidents/services/status-intervals';
import { incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Takes a service off the incident: from now on it is not affected by it. The last one stays. */
export const removeService = command({
  input: removeServiceInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.removeService'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    assertOpen(subject, 'its services work');
    const { serviceId, reason } = input;
    const interval = subject.services.find((service) => service.serviceId === serviceId);
    if (!interval) throw new AppError('not_found', `This service is not on ${subject.ref}.`);
    if (subject.services.length === 1) {
      throw new AppError(
        'precondition',
        'An open incident affects at least one service. Add the right one first.',
      );
    }
    const incidentId = subject.id;
    const memberId = actingMember(ctx.actor);
    const noteId = await writeNote(tx, { incidentId, memberId, text: reason, now });
    await closeInterval(tx, interval, now);
    record(
      incidentServiceChanged({
        incidentId,
        serviceId,
        intervalId: interval.id,
        from: interval.status,
        to: null,
        chosen: true,
        noteId,
      }),
    );
    return await incidents.write(tx, subject, {});
  },
});
