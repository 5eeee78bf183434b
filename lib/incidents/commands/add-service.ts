import { incidentServiceChanged } from '@/lib/incidents/events';
import { assertOpen } from '@/lib/incidents/move-stage';
import { writeReason } from '@/lib/incidents/notes';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { addServiceInput } from '@/lib/incidents/schema';
import { assertServices, openInterval } from '@/lib/incidents/services/status-intervals';
import { incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';
import { defaultStatus } from '@/lib/severity/schema';

/** Adds a service that is affected too, from now on. @returns `IncidentActView` */
export const addService = command({
  input: addServiceInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.addService'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    assertOpen(subject, 'no service is added to it');
    const { serviceId } = input;
    const [service] = await assertServices(tx, [serviceId]);
    if (subject.services.some((open) => open.serviceId === serviceId)) {
      throw new AppError(
        'conflict',
        `${isolated(service?.name ?? 'This service')} is on ${subject.ref} already.`,
      );
    }
    const byDefault = defaultStatus(subject.severity, { slow: input.slow });
    const status = input.status ?? byDefault;
    const chosen = status !== byDefault;
    const memberId = actingMember(ctx.actor);
    const incidentId = subject.id;
    const noteId = await writeReason(tx, { incidentId, memberId, text: input.reason, now });
    const reason = chosen ? (input.reason ?? 'Chosen when the service was added.') : null;
    const at = await afterLastInterval(tx, incidentId, serviceId, now);
    const intervalId = await openInterval(tx, { incidentId, serviceId, status, reason, memberId, at });
    record(
      incidentServiceChanged({ incidentId, serviceId, intervalId, from: null, to: status, chosen, noteId }),
    );
    return await incidents.write(tx, subject, {});
  },
});

/** A service that was taken off in the same moment comes back after its last interval, never across it. */
async function afterLastInterval(
  tx: Parameters<typeof openInterval>[0],
  incidentId: string,
  serviceId: string,
  now: Date,
): Promise<Date> {
  const last = await tx.incidentService.findFirst({
    where: { incidentId, serviceId },
    orderBy: { endsAt: 'desc' },
    select: { endsAt: true },
  });
  return last?.endsAt && last.endsAt > now ? last.endsAt : now;
}
