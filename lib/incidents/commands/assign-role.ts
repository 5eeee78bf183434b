import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { giveRole } from '@/lib/incidents/roles/give-role';
import { assignRoleInput } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Gives somebody a role. A role that somebody else holds is handed over. @returns `IncidentActView` */
export const assignRole = command({
  input: assignRoleInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.assignRole'),
  run: async ({ tx, input, subject, now, record }) => {
    if (subject.stage === 'CLOSED') {
      throw new AppError('precondition', `${subject.ref} is closed, so nobody takes a role in it any more.`);
    }
    record(await giveRole(tx, { ...input, incidentId: subject.id, now }));
    return await incidents.write(tx, subject, {});
  },
});
