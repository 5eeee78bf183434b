import type { ReactNode } from 'react';
import { IncidentFrame } from '@/components/incidents/incident-frame';
import { endPage } from '@/lib/auth/pages/console-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { incidentRead } from '@/lib/incidents/queries/read';
import { currentSettings } from '@/lib/settings/in-force';

interface Props {
  params: Promise<{ ref: string }>;
  children: ReactNode;
}

export default async function IncidentLayout({ params, children }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  const incident = await incidentRead(ctx, { ref }).catch(endPage);
  const { targets, officeHours, organisation } = await currentSettings();
  return (
    <IncidentFrame
      key={incident.id}
      initial={incident}
      settings={{ targets, officeHours, organisation }}
      memberId={ctx.actor.memberId}
    >
      {children}
    </IncidentFrame>
  );
}
