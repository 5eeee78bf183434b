import type { Metadata } from 'next';
import { OutboxPage } from '@/components/deliveries/outbox-page';
import { NotAllowed } from '@/components/layout/not-allowed';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readListForPage } from '@/lib/auth/pages/read-for-page';
import { listDeliveries } from '@/lib/deliveries/queries/list';
import { readDelivery } from '@/lib/deliveries/queries/read';
import { isAppError } from '@/lib/platform/errors';
import { readAddress, type SearchParams } from '@/lib/platform/rules/address';

export const metadata: Metadata = { title: 'Outbox' };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function Page({ searchParams }: Props) {
  const ctx = await requireMember('/outbox');
  const { view, refusal, filter } = await readListForPage(listDeliveries, ctx, searchParams);
  if (!view) return <NotAllowed title="Outbox" reason={refusal} />;
  const named = readAddress(readDelivery.input.partial(), await searchParams).id;
  const id = named ?? view.rows[0]?.id;
  // A message that is gone: the list is shown all the same.
  const selected = id
    ? await readDelivery(ctx, { id }).catch((error: unknown) => {
        if (isAppError(error) && error.code === 'not_found') return null;
        throw error;
      })
    : null;
  return (
    <OutboxPage
      key={JSON.stringify(filter)}
      initial={view}
      selected={selected}
      filter={filter}
      chosen={Boolean(named && selected)}
    />
  );
}
