import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { RunList } from '@/components/runs/run-list';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readListForPage } from '@/lib/auth/pages/read-for-page';
import type { SearchParams } from '@/lib/platform/rules/address';
import { runList } from '@/lib/runs/queries/list';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Recovery' };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function RecoveryPage({ searchParams }: Props) {
  const ctx = await requireMember('/recovery');
  const { view, refusal, filter } = await readListForPage(runList, ctx, searchParams);
  if (!view) return <NotAllowed title="Recovery" reason={refusal} />;
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
}
