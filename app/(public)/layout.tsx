import type { ReactNode } from 'react';
import { PublicShell } from '@/components/layout/public-shell';
import { defaultSettings } from '@/lib/settings/schema';

export default function PublicLayout({ children }: { children: ReactNode }) {
  const { name, deskPhone, deskEmail, deskHours } = defaultSettings.organisation;
  return (
    <PublicShell orgName={name} desk={{ phone: deskPhone, email: deskEmail, hours: deskHours }}>
      {children}
    </PublicShell>
  );
}
