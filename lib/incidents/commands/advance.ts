import { assertOpen, moveStage } from '@/lib/incidents/move-stage';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { advanceInput } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Moves the stage forward; a skipped stage needs a reason. @returns `IncidentActView` */
export const advanceStage = command({
  input: advanceInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.advance'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    if (input.to !== 'CLOSED') assertOpen(subject, 'its stage stays as it is');
    const memberId = actingMember(ctx.actor);
    const { columns, draft } = await moveStage(tx, {
      subject,
      to: input.to,
      reason: input.reason,
      memberId,
      now,
    });
    record(draft);
    return await incidents.write(tx, subject, columns);
  },
});
