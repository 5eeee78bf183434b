import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InvestigationTab } from '@/components/checks/investigation-tab';
import { requireMember } from '@/lib/auth/pages/current-member';
import { checkPolicy } from '@/lib/checks/policy';
import { incidentChecks } from '@/lib/checks/queries/incident-checks';
import { isAppError } from '@/lib/platform/errors';
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
  const initial = await incidentChecks(ctx, { ref }).catch((error) => {
    if (isAppError(error) && (error.code === 'not_found' || error.code === 'invalid')) notFound();
    throw error;
  });
  return <InvestigationTab initial={initial} can={allowed(checkPolicy['check.record'], ctx.actor, true)} />;
}
