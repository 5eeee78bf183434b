import { incidentNoted } from '@/lib/incidents/events';
import { writeNote } from '@/lib/incidents/notes';
import { incidentPolicy } from '@/lib/incidents/policy';
import { addNoteInput } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { idSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Writes a note of the team on the timeline. It may be about an earlier time; when it was written stays visible. */
export const addNote = command({
  input: addNoteInput,
  answer: idSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.addNote'),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<{ id: string }> => {
    const { text, occurredAt } = input;
    if (occurredAt && occurredAt > now) {
      const message = 'A note is about something that has happened.';
      throw new AppError('invalid', message, { fields: { occurredAt: [message] } });
    }
    const memberId = actingMember(ctx.actor);
    const note = { incidentId: subject.id, memberId, text, now };
    const noteId = await writeNote(tx, occurredAt ? { ...note, occurredAt } : note);
    record(incidentNoted({ incidentId: subject.id, noteId }, occurredAt ? { occurredAt } : {}));
    return { id: noteId };
  },
});
