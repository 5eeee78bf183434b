import type { Metadata } from 'next';
import { DatasetsCard } from '@/components/datasets/datasets-card';
import { MonitorsCard } from '@/components/monitors/monitors-card';
import { PlansCard } from '@/components/plans/plans-card';
import { timedPlans } from '@/components/plans/tested-picture';
import { ServicePage } from '@/components/services/service-page';
import { VerificationCard } from '@/components/suites/verification-card';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { listDatasets } from '@/lib/datasets/queries/list';
import { serviceMonitors } from '@/lib/monitors/queries/service-monitors';
import { planList } from '@/lib/plans/queries/list';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { readService } from '@/lib/services/queries/read';
import { listSuites } from '@/lib/suites/queries/list';

interface Props {
  params: Promise<{ slug: string }>;
}

export const metadata: Metadata = { title: 'Service' };

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const ctx = await requireMember(`/services/${slug}`);
  const service = await readService(ctx, { id: slug }).catch(notFoundHere);
  const plans = timedPlans(await planList(ctx, { slug }), await recoveryPlans(ctx, { service: slug }));
  const datasets = await listDatasets(ctx, { slug });
  return (
    <ServicePage
      initial={service}
      aside={<VerificationCard slug={slug} initial={await listSuites(ctx, { service: slug })} />}
    >
      <PlansCard slug={slug} plans={plans} />
      <MonitorsCard slug={slug} initial={await serviceMonitors(ctx, { service: slug })} />
      <DatasetsCard service={service} initial={datasets} />
    </ServicePage>
  );
}
