import { checkAsked } from '@/lib/checks/events';
import { checkLifecycle } from '@/lib/checks/lifecycle';
import { checkPolicy } from '@/lib/checks/policy';
import { type CheckActView, checkActViewSchema } from '@/lib/checks/queries/views';
import { runCheckInput } from '@/lib/checks/schema';
import { assertNotClosed, checks } from '@/lib/checks/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Has Standby run an automated check again. One that runs or waits to run stays as it is. @returns `CheckActView` */
export const runCheckAgain = command({
  input: runCheckInput,
  answer: checkActViewSchema,
  subject: checks,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'check.run'),
  run: async ({ tx, subject, record }): Promise<CheckActView> => {
    assertNotClosed(subject.incident);
    if (!subject.probeKind)
      throw new AppError('precondition', 'A person does this check. Record what was found instead.');
    if (subject.state === 'RUNNING' || subject.state === 'PENDING') {
      const { id, state, version } = subject;
      return { id, state, version };
    }
    checkLifecycle.assertMove(subject.state, 'PENDING');
    record(checkAsked({ incidentId: subject.incidentId, checkId: subject.id, count: 1 }));
    return await checks.write(tx, subject, {
      state: 'PENDING',
      finishedAt: null,
      finishedById: null,
      note: null,
    });
  },
});
