import { lockFinding } from '@/lib/checks/finding-subject';
import { checkPolicy } from '@/lib/checks/policy';
import { settleFindingInput } from '@/lib/checks/schema';
import { settleFinding } from '@/lib/checks/settle-finding';
import { ownCheck } from '@/lib/checks/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Confirms that a finding is the cause. @returns `FindingActView` */
export const confirmFinding = command({
  name: 'finding.confirm',
  input: settleFindingInput,
  load: (tx, input) => lockFinding(tx, input.id),
  allow: permit(checkPolicy, 'finding.settle', ownCheck),
  run: (args) => settleFinding(args, 'CONFIRMED'),
});
