import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { settingsPolicy } from '@/lib/settings/policy';
import { settingsViewSchema } from '@/lib/settings/queries/views';
import { changeClocksInput } from '@/lib/settings/schema';
import { settings } from '@/lib/settings/subject';
import { writeVersion } from '@/lib/settings/write-version';

/** Targets, office hours and what counts as at risk, as a new version with its reason. @throws AppError `conflict`, `precondition` */
export const changeClocks = command({
  input: changeClocksInput,
  answer: settingsViewSchema,
  subject: settings,
  of: () => 'settings',
  allow: permit(settingsPolicy, 'settings.changeClocks'),
  run: async ({ input, ...rest }) => await writeVersion(rest, input),
});
