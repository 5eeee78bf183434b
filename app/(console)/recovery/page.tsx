import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { readRunFilter } from '@/components/runs/list-filter';
import { runSearch } from '@/components/runs/queries';
import { RunList } from '@/components/runs/run-list';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { isAppError } from '@/lib/platform/errors';
import { allowed } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import { runList } from '@/lib/runs/queries/list';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Recovery' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RecoveryPage({ searchParams }: Props) {
  const ctx = await requireMember('/recovery');
  const filter = readRunFilter(await searchParams);
  const asked = Object.fromEntries(new URLSearchParams(runSearch(filter)));
  const { view: initial, refusal } = await readForPage(
    runList(ctx, asked).catch((error) => {
      // A page of the list that has gone by is the first one.
      if (isAppError(error) && error.code === 'invalid') return runList(ctx, { ...asked, after: undefined });
      throw error;
    }),
  );
  if (!initial) return <NotAllowed title="Recovery" reason={refusal} />;
  const services = await listServices(ctx, { only: 'all' });
  return (
    <RunList
      key={runSearch(filter)}
      initial={initial}
      open={await runList(ctx, { state: 'open' })}
      plans={await recoveryPlans(ctx, {})}
      filter={filter}
      services={services.map(({ slug, name }) => ({ slug, name }))}
      canStart={allowed(runPolicy['run.start'], ctx.actor, false)}
    />
  );
}
