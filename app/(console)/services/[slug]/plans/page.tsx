import type { Metadata } from 'next';
import { PlansPage } from '@/components/plans/plans-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { planList } from '@/lib/plans/queries/list';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { readService } from '@/lib/services/queries/read';

interface Props {
  params: Promise<{ slug: string }>;
}

export const metadata: Metadata = { title: 'Recovery plans' };

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const ctx = await requireMember(`/services/${slug}/plans`);
  const service = await readService(ctx, { id: slug }).catch(notFoundHere);
  return (
    <PlansPage
      service={{ id: service.id, slug, name: service.name }}
      plans={await planList(ctx, { slug })}
      archived={await planList(ctx, { slug, archived: true })}
      known={await recoveryPlans(ctx, { service: slug })}
    />
  );
}
