import { checkSkipped } from '@/lib/checks/events';
import { checkLifecycle } from '@/lib/checks/lifecycle';
import { checkPolicy } from '@/lib/checks/policy';
import { type CheckActView, checkActViewSchema } from '@/lib/checks/queries/views';
import { skipCheckInput } from '@/lib/checks/schema';
import { assertNotClosed, checks } from '@/lib/checks/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Leaves a check out, also while Standby runs it: the look is cancelled then. @returns `CheckActView` */
export const skipCheck = command({
  input: skipCheckInput,
  answer: checkActViewSchema,
  subject: checks,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'check.skip'),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<CheckActView> => {
    assertNotClosed(subject.incident);
    checkLifecycle.assertMove(subject.state, 'SKIPPED');
    record(checkSkipped({ incidentId: subject.incidentId, checkId: subject.id, from: subject.state }));
    return await checks.write(tx, subject, {
      state: 'SKIPPED',
      note: input.note || null,
      finishedAt: now,
      finishedById: actingMember(ctx.actor),
    });
  },
});
