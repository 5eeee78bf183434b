import { incidentVisibilityChanged } from '@/lib/incidents/events';
import { writeNote } from '@/lib/incidents/notes';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { setVisibilityInput } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { visibilityLabel } from '@/lib/services/schema';

/** Shows the incident to everyone, or to the team only, for a reason. @returns `IncidentActView` */
export const setVisibility = command({
  input: setVisibilityInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.setVisibility'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    const { visibility } = input;
    if (visibility === subject.visibility) {
      throw new AppError(
        'conflict',
        `${subject.ref} is ${visibilityLabel[visibility].toLowerCase()} already.`,
      );
    }
    const incidentId = subject.id;
    const memberId = actingMember(ctx.actor);
    const noteId = await writeNote(tx, { incidentId, memberId, text: input.reason, now });
    record(incidentVisibilityChanged({ incidentId, noteId, from: subject.visibility, to: visibility }));
    return await incidents.write(tx, subject, { visibility });
  },
});
