import type { Metadata } from 'next';
import { RunList } from '@/components/runs/run-list';
import { consolePage, readListForPage } from '@/lib/auth/pages/console-page';
import { runList } from '@/lib/runs/queries/list';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Recovery' };

export default consolePage(async ({ ctx, query }) => {
  const { view, filter } = await readListForPage(runList, ctx, query);
  const services = await listServices(ctx, { only: 'all' });
  return (
    <RunList
      key={JSON.stringify(filter)}
      initial={view}
      open={await runList(ctx, { state: 'open' })}
      plans={await recoveryPlans(ctx, {})}
      filter={filter}
      services={services.map(({ slug, name }) => ({ slug, name }))}
    />
  );
});
