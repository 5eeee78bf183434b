import { refuseTaken } from '@/lib/database/database-errors';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { services } from '@/lib/services/subject';
import { suiteCreated } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { createSuiteInput } from '@/lib/suites/schema';
import { takenName } from '@/lib/suites/subject';

/** Adds an empty verification suite to a service. @returns `{ id, version }` */
export const createSuite = command({
  input: createSuiteInput,
  answer: savedSchema,
  subject: services,
  of: (input) => input.serviceId,
  allow: permit(suitePolicy, 'suite.create'),
  run: async ({ tx, input, subject, now, record }) => {
    if (subject.archivedAt) throw new AppError('precondition', 'This service is archived.');
    const id = newId();
    await refuseTaken('name', takenName, () => tx.suite.create({ data: { id, createdAt: now, ...input } }));
    record(suiteCreated({ suiteId: id, serviceId: input.serviceId }));
    return { id, version: 1 };
  },
});
