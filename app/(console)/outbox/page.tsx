import type { Metadata } from 'next';
import { OutboxPage } from '@/components/deliveries/outbox-page';
import { consolePage, readListForPage } from '@/lib/auth/pages/console-page';
import { listDeliveries } from '@/lib/deliveries/queries/list';
import { readDelivery } from '@/lib/deliveries/queries/read';
import { isAppError } from '@/lib/platform/errors';
import { readAddress } from '@/lib/platform/rules/address';

export const metadata: Metadata = { title: 'Outbox' };

export default consolePage(async ({ ctx, query }) => {
  const { view, filter } = await readListForPage(listDeliveries, ctx, query);
  const named = readAddress(readDelivery.input.partial(), query).id;
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
});
