import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { ClocksForm } from '@/components/settings/clocks-form';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { VersionBadge } from '@/components/settings/version-badge';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { consoleFrame } from '@/lib/home/queries/frame';
import { readSettings } from '@/lib/settings/queries/read';

export const metadata: Metadata = { title: 'Clocks' };

export default async function ClockSettings() {
  const ctx = await requireMember('/settings/clocks');
  const { view, refusal } = await readForPage(readSettings(ctx, {}));
  if (!view) return <NotAllowed title="Clocks" reason={refusal} />;
  const { open } = await consoleFrame(ctx, {});
  return (
    <SettingsFrame
      title="Clocks"
      lead="How soon people hear from us, by severity."
      current="/settings/clocks"
      aside={<VersionBadge version={view.version} since={view.inForceSince} />}
    >
      <ClocksForm key={view.version} view={view} openIncidents={open} />
    </SettingsFrame>
  );
}
