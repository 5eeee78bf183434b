import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { GeneralForm } from '@/components/settings/general-form';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { VersionBadge } from '@/components/settings/version-badge';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { readSettings } from '@/lib/settings/queries/read';

export const metadata: Metadata = { title: 'Settings' };

export default async function GeneralSettings() {
  const ctx = await requireMember('/settings');
  const { view, refusal } = await readForPage(readSettings(ctx, {}));
  if (!view) return <NotAllowed title="Settings" reason={refusal} />;
  return (
    <SettingsFrame
      title="General"
      lead="Who you are to your users, how long private links work, and where Standby may call."
      current="/settings"
      aside={<VersionBadge version={view.version} since={view.inForceSince} />}
    >
      <GeneralForm key={view.version} view={view} zones={['UTC', ...Intl.supportedValuesOf('timeZone')]} />
    </SettingsFrame>
  );
}
