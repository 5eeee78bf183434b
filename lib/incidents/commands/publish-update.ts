import { z } from 'zod';
import { settingsOf } from '@/lib/incidents/clocks/run-clocks';
import { assertOpen, moveStage } from '@/lib/incidents/move-stage';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { publishUpdateInput } from '@/lib/incidents/schema';
import { type IncidentSubject, incidents } from '@/lib/incidents/subject';
import { assertAudience, assertNext, postUpdate } from '@/lib/incidents/updates/post-update';
import { promisedTime } from '@/lib/incidents/updates/promises';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { updatePolicy } from '@/lib/updates/policy';
import { keepsPromise } from '@/lib/updates/rules/audience';

/** After the resolution a last word is still possible, e.g. a correction; it promises nothing. */
function assertNotClosed(subject: IncidentSubject): void {
  if (subject.stage !== 'CLOSED') return;
  throw new AppError(
    'precondition',
    `${subject.ref} is closed, so no update can be published on it. Declare a new incident and link it to this one.`,
  );
}

/**
 * Publishes an update to its audience, with the promise of the next one and, when asked, a move of the stage in the
 * same act. @returns `{ updateId, …IncidentActView }`
 */
export const publishUpdate = command({
  input: publishUpdateInput,
  answer: incidentActViewSchema.extend({ updateId: z.uuid() }),
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(updatePolicy, 'update.publish'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    assertNotClosed(subject);
    const { audience, text } = input;
    assertAudience(audience, subject);
    const keeps = keepsPromise(audience, subject.visibility);
    assertNext({ keeps, stays: subject.stage !== 'RESOLVED', next: input.next });
    const memberId = actingMember(ctx.actor);
    const settings = await settingsOf(tx, subject.settingsVersion);
    const next = input.next ? promisedTime(input.next, settings.organisation.zone, now) : null;
    if (next) assertOpen(subject, 'nothing more is promised');
    const stage = input.stage ?? subject.stage;
    const move = { subject, to: stage, reason: input.reason, memberId, now };
    const moved = stage === subject.stage ? null : await moveStage(tx, move);
    if (moved) record(moved.draft);
    const posted = await postUpdate(tx, {
      incident: subject,
      audience,
      text,
      stage,
      next,
      memberId,
      settings,
      now,
    });
    record(...posted.drafts);
    const columns = { ...posted.columns, ...moved?.columns };
    return { updateId: posted.updateId, ...(await incidents.write(tx, subject, columns)) };
  },
});
