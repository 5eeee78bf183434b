import type { Metadata } from 'next';
import { ResourcesTab } from '@/components/resources/resources-tab';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { incidentAllocations } from '@/lib/resources/queries/of-incident';

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Resources of ${(await params).ref}` };
}

export default async function IncidentResourcesPage({ params }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  const initial = await incidentAllocations(ctx, { ref }).catch(notFoundHere);
  return <ResourcesTab initial={initial} />;
}
