import type { Metadata } from 'next';
import { PlansPage } from '@/components/plans/plans-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { planList } from '@/lib/plans/queries/list';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { readService } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Recovery plans' };

export default consolePage<'slug'>(async ({ ctx, params: { slug } }) => {
  const service = await readService(ctx, { id: slug });
  return (
    <PlansPage
      service={{ id: service.id, slug, name: service.name }}
      plans={await planList(ctx, { slug })}
      archived={await planList(ctx, { slug, archived: true })}
      known={await recoveryPlans(ctx, { service: slug })}
    />
  );
});
