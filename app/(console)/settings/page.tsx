import type { Metadata } from 'next';
import { GeneralForm } from '@/components/settings/general-form';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { VersionBadge } from '@/components/settings/version-badge';
import { consolePage } from '@/lib/auth/pages/console-page';
import { readSettings } from '@/lib/settings/queries/read';

export const metadata: Metadata = { title: 'Settings' };

export default consolePage(async ({ ctx }) => {
  const view = await readSettings(ctx, {});
  return (
    <SettingsFrame
      title="General"
      lead="Who you are to your users, how long private links work, and where Standby may call."
      current="/settings"
      aside={<VersionBadge version={view.version} since={view.inForceSince} />}
    >
      <GeneralForm view={view} zones={['UTC', ...Intl.supportedValuesOf('timeZone')]} />
    </SettingsFrame>
  );
});
