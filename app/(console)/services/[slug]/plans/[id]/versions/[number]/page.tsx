import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { VersionPage } from '@/components/plans/version-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { planVersionRead } from '@/lib/plans/queries/read-version';

export const metadata: Metadata = { title: 'Version of a recovery plan' };

export default consolePage<'slug' | 'id' | 'number'>(async ({ ctx, params: { slug, id, number } }) => {
  const version = await planVersionRead(ctx, { id, number });
  if (version.service.slug !== slug) notFound();
  return <VersionPage version={version} />;
});
