import type { Metadata } from 'next';
import { InvestigationTab } from '@/components/checks/investigation-tab';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { checkPolicy } from '@/lib/checks/policy';
import { incidentChecks } from '@/lib/checks/queries/incident-checks';
import { allowed } from '@/lib/platform/policy';

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Investigation of ${(await params).ref}` };
}

export default async function InvestigationPage({ params }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  const initial = await incidentChecks(ctx, { ref }).catch(notFoundHere);
  return <InvestigationTab initial={initial} can={allowed(checkPolicy['check.record'], ctx.actor, true)} />;
}
