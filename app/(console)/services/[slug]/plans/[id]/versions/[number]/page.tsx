import type { Metadata } from 'next';
import { VersionPage } from '@/components/plans/version-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { planVersionRead } from '@/lib/plans/queries/read-version';

interface Props {
  params: Promise<{ slug: string; id: string; number: string }>;
}

export const metadata: Metadata = { title: 'Version of a recovery plan' };

export default async function Page({ params }: Props) {
  const { slug, id, number } = await params;
  const ctx = await requireMember(`/services/${slug}/plans/${id}/versions/${number}`);
  const version = await planVersionRead(ctx, { id, number }).catch(notFoundHere);
  return <VersionPage version={version} />;
}
