import type { Metadata } from 'next';
import { ClocksForm } from '@/components/settings/clocks-form';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { VersionBadge } from '@/components/settings/version-badge';
import { consolePage } from '@/lib/auth/pages/console-page';
import { consoleFrame } from '@/lib/home/queries/frame';
import { readSettings } from '@/lib/settings/queries/read';

export const metadata: Metadata = { title: 'Clocks' };

export default consolePage(async ({ ctx }) => {
  const view = await readSettings(ctx, {});
  const { open } = await consoleFrame(ctx, {});
  return (
    <SettingsFrame
      title="Clocks"
      lead="How soon people hear from us, by severity."
      current="/settings/clocks"
      aside={<VersionBadge version={view.version} since={view.inForceSince} />}
    >
      <ClocksForm view={view} openIncidents={open} />
    </SettingsFrame>
  );
});
