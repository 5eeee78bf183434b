import { judgeFinding } from '@/lib/checks/judge-finding';
import { checkPolicy } from '@/lib/checks/policy';
import { findingActViewSchema } from '@/lib/checks/queries/views';
import { judgeFindingInput } from '@/lib/checks/schema';
import { findings } from '@/lib/checks/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Rules a finding out: it was not that. @returns `FindingActView` */
export const ruleOutFinding = command({
  name: 'finding.ruleOut',
  input: judgeFindingInput,
  answer: findingActViewSchema,
  subject: findings,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'finding.settle'),
  run: (args) => judgeFinding(args, 'RULED_OUT'),
});
