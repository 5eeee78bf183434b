import { judgeFinding } from '@/lib/checks/judge-finding';
import { checkPolicy } from '@/lib/checks/policy';
import { findingActViewSchema } from '@/lib/checks/queries/views';
import { judgeFindingInput } from '@/lib/checks/schema';
import { findings } from '@/lib/checks/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Confirms that a finding is the cause. @returns `FindingActView` */
export const confirmFinding = command({
  name: 'finding.confirm',
  input: judgeFindingInput,
  answer: findingActViewSchema,
  subject: findings,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'finding.settle'),
  run: (args) => judgeFinding(args, 'CONFIRMED'),
});
