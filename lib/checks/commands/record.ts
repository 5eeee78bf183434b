import { checkRecorded } from '@/lib/checks/events';
import { checkLifecycle } from '@/lib/checks/lifecycle';
import { checkPolicy } from '@/lib/checks/policy';
import { type CheckActView, checkActViewSchema } from '@/lib/checks/queries/views';
import { recordCheckInput } from '@/lib/checks/schema';
import { assertNotClosed, checks } from '@/lib/checks/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

const withoutNote = {
  OK: 'Looked at, and fine.',
  FAULT: 'Looked at, and at fault.',
  UNCLEAR: 'Looked at, and unclear.',
};

/**
 * Records what a person found, over an automated outcome too. Recorded before, it is corrected; both stay in the
 * history. @returns `CheckActView`
 */
export const recordCheck = command({
  input: recordCheckInput,
  answer: checkActViewSchema,
  subject: checks,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'check.record'),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<CheckActView> => {
    assertNotClosed(subject.incident);
    if (subject.state === 'RUNNING')
      throw new AppError('conflict', 'Standby is running this check. Wait for it, or skip it.');
    const { outcome, note } = input;
    checkLifecycle.assertMove(subject.state, outcome);
    const by = actingMember(ctx.actor);
    const resultId = newId();
    await tx.checkResult.create({
      data: {
        id: resultId,
        checkId: subject.id,
        outcome,
        sentence: note || withoutNote[outcome],
        evidence: { byId: by },
        startedAt: now,
        finishedAt: now,
      },
    });
    record(checkRecorded({ incidentId: subject.incidentId, checkId: subject.id, outcome, resultId }));
    return await checks.write(tx, subject, {
      state: outcome,
      note: note || null,
      startedAt: subject.startedAt ?? now,
      finishedAt: now,
      finishedById: by,
    });
  },
});
