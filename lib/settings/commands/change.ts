import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { settingsPolicy } from '@/lib/settings/policy';
import { settingsViewSchema } from '@/lib/settings/queries/views';
import { changeSettingsInput } from '@/lib/settings/schema';
import { settings } from '@/lib/settings/subject';
import { writeVersion } from '@/lib/settings/write-version';

/** Organisation, links, mail and where Standby may call, as a new version with its reason. @throws AppError `conflict`, `precondition` */
export const changeSettings = command({
  input: changeSettingsInput,
  answer: settingsViewSchema,
  subject: settings,
  of: () => 'settings',
  allow: permit(settingsPolicy, 'settings.change'),
  run: async ({ input, ...rest }) => await writeVersion(rest, input),
});
