import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { VersionPage } from '@/components/plans/version-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { planVersionRead } from '@/lib/plans/queries/read-version';
import { isAppError } from '@/lib/platform/errors';

interface Props {
  params: Promise<{ slug: string; id: string; number: string }>;
}

export const metadata: Metadata = { title: 'Version of a recovery plan' };

export default async function Page({ params }: Props) {
  const { slug, id, number } = await params;
  const ctx = await requireMember(`/services/${slug}/plans/${id}/versions/${number}`);
  const version = await planVersionRead(ctx, { id, number }).catch((error) => {
    if (isAppError(error) && (error.code === 'not_found' || error.code === 'invalid')) notFound();
    throw error;
  });
  return <VersionPage version={version} />;
}
