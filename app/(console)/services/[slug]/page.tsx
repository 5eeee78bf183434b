import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ServicePage } from '@/components/services/service-page';
import { requireMember } from '@/lib/auth/current';
import { isAppError } from '@/lib/platform/errors';
import { allowed } from '@/lib/platform/policy';
import { servicePolicy } from '@/lib/services/policy';
import { readService } from '@/lib/services/queries';

interface Props {
  params: Promise<{ slug: string }>;
}

export const metadata: Metadata = { title: 'Service' };

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const ctx = await requireMember(`/services/${slug}`);
  const service = await readService(ctx, { slug }).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  return <ServicePage initial={service} canEdit={allowed(servicePolicy['service.edit'], ctx.actor, false)} />;
}
