import { incidentRoleEnded } from '@/lib/incidents/events';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { notBefore } from '@/lib/incidents/rules/not-before';
import { endRoleInput, incidentRoleLabel } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Ends somebody's role. The manager's can only be handed over. @returns `IncidentActView` */
export const endRole = command({
  input: endRoleInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.endRole'),
  run: async ({ tx, input, subject, now, record }) => {
    const { role, memberId } = input;
    const held = await tx.incidentRole.findFirst({
      where: { incidentId: subject.id, kind: role, memberId, endsAt: null },
      select: { id: true, startsAt: true },
    });
    if (!held) {
      throw new AppError(
        'not_found',
        `This member is not ${incidentRoleLabel[role].toLowerCase()} of ${subject.ref}.`,
      );
    }
    if (role === 'MANAGER') {
      throw new AppError(
        'precondition',
        'An incident is never without its manager. Hand over to somebody instead.',
      );
    }
    const endsAt = notBefore(now, held.startsAt);
    await tx.incidentRole.update({ where: { id: held.id }, data: { endsAt } });
    record(incidentRoleEnded({ incidentId: subject.id, role, memberId }));
    return await incidents.write(tx, subject, {});
  },
});
