import type { ReactNode } from 'react';
import { PublicShell } from '@/components/layout/public-shell';
import { ZoneFrame } from '@/components/layout/zone-frame';
import { isDatabaseAway } from '@/lib/database/database-errors';
import { currentSettings } from '@/lib/settings/in-force';
import { defaultSettings } from '@/lib/settings/schema';

/** The report form opens even when the database has been away since the start of this process. */
async function organisation() {
  try {
    return (await currentSettings()).organisation;
  } catch (error) {
    if (isDatabaseAway(error)) return defaultSettings.organisation;
    throw error;
  }
}

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { name, zone, deskPhone, deskEmail, deskHours } = await organisation();
  return (
    <ZoneFrame zone={zone}>
      <PublicShell orgName={name} desk={{ phone: deskPhone, email: deskEmail, hours: deskHours }}>
        {children}
      </PublicShell>
    </ZoneFrame>
  );
}
