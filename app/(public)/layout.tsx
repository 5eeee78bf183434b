import type { ReactNode } from 'react';
import { PublicShell } from '@/components/layout/public-shell';
import { ZoneFrame } from '@/components/layout/zone-frame';
import { readOr } from '@/lib/database/health/read-or';
import { currentSettings, lastSettings } from '@/lib/settings/in-force';

/** The report form opens even when the database has been away since the start of this process. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { name, zone, deskPhone, deskEmail, deskHours } = (await readOr(currentSettings, lastSettings))
    .organisation;
  return (
    <ZoneFrame zone={zone}>
      <PublicShell orgName={name} desk={{ phone: deskPhone, email: deskEmail, hours: deskHours }}>
        {children}
      </PublicShell>
    </ZoneFrame>
  );
}
