import type { Metadata } from 'next';
import { ServiceFindings } from '@/components/checks/service-findings';
import { DatasetsCard } from '@/components/datasets/datasets-card';
import { MonitorsCard } from '@/components/monitors/monitors-card';
import { PlansCard } from '@/components/plans/plans-card';
import { timedPlans } from '@/components/plans/tested-picture';
import { ServicePage } from '@/components/services/service-page';
import { VerificationCard } from '@/components/suites/verification-card';
import { consolePage } from '@/lib/auth/pages/console-page';
import { findingList } from '@/lib/checks/queries/finding-list';
import { listDatasets } from '@/lib/datasets/queries/list';
import { serviceMonitors } from '@/lib/monitors/queries/service-monitors';
import { planList } from '@/lib/plans/queries/list';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { readService } from '@/lib/services/queries/read';
import { listSuites } from '@/lib/suites/queries/list';

export const metadata: Metadata = { title: 'Service' };

export default consolePage<'slug'>(async ({ ctx, params: { slug } }) => {
  const service = await readService(ctx, { id: slug });
  const plans = timedPlans(await planList(ctx, { slug }), await recoveryPlans(ctx, { service: slug }));
  const findings = await findingList(ctx, { service: slug });
  const datasets = await listDatasets(ctx, { slug });
  return (
    <ServicePage
      initial={service}
      findings={<ServiceFindings slug={slug} initial={findings} />}
      aside={<VerificationCard slug={slug} initial={await listSuites(ctx, { service: slug })} />}
    >
      <PlansCard slug={slug} plans={plans} />
      <MonitorsCard slug={slug} initial={await serviceMonitors(ctx, { service: slug })} />
      <DatasetsCard service={service} initial={datasets} />
    </ServicePage>
  );
});
