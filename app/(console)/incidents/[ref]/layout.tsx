import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { IncidentFrame } from '@/components/incidents/incident-frame';
import { incidentRights } from '@/components/incidents/incident-rights';
import { requireMember } from '@/lib/auth/pages/current-member';
import { incidentRead } from '@/lib/incidents/queries/read';
import { isAppError } from '@/lib/platform/errors';
import { currentSettings } from '@/lib/settings/in-force';

interface Props {
  params: Promise<{ ref: string }>;
  children: ReactNode;
}

export default async function IncidentLayout({ params, children }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  const incident = await incidentRead(ctx, { ref }).catch((error) => {
    if (isAppError(error) && (error.code === 'not_found' || error.code === 'invalid')) notFound();
    throw error;
  });
  const { targets, officeHours, organisation } = await currentSettings();
  return (
    <IncidentFrame
      key={incident.id}
      initial={incident}
      can={incidentRights(ctx.actor)}
      settings={{ targets, officeHours, organisation }}
      memberId={ctx.actor.memberId}
    >
      {children}
    </IncidentFrame>
  );
}
