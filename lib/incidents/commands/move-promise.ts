import { settingsOf } from '@/lib/incidents/clocks/run-clocks';
import { incidentPromiseMoved } from '@/lib/incidents/events';
import { assertOpen } from '@/lib/incidents/move-stage';
import { writeNote } from '@/lib/incidents/notes';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { movePromiseInput } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { makePromise, openPromise, promisedTime, replacePromise } from '@/lib/incidents/updates/promises';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Moves the promised time of the next update, for a reason. It cannot be removed. @returns `IncidentActView` */
export const movePromise = command({
  input: movePromiseInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.movePromise'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    assertOpen(subject, 'nothing more is promised');
    const incidentId = subject.id;
    const memberId = actingMember(ctx.actor);
    const { reason } = input;
    const { organisation } = await settingsOf(tx, subject.settingsVersion);
    const { dueAt, zone } = promisedTime(input.next, subject.nextUpdateZone ?? organisation.zone, now);
    const making = { incidentId, memberId, dueAt, zone, now };
    const open = await openPromise(tx, incidentId);
    const noteId = await writeNote(tx, { incidentId, memberId, text: reason, now });
    const moved = open
      ? await replacePromise(tx, open, { ...making, reason })
      : { promiseId: await makePromise(tx, making), drafts: [] };
    const from = (open?.dueAt ?? now).toISOString();
    record(
      incidentPromiseMoved({ incidentId, noteId, promiseId: moved.promiseId, from, to: dueAt.toISOString() }),
      ...moved.drafts,
    );
    return await incidents.write(tx, subject, { nextUpdateAt: dueAt, nextUpdateZone: zone });
  },
});
