import type { Metadata } from 'next';
import { SubscriberListPage } from '@/components/subscribers/subscriber-list-page';
import { consolePage, readListForPage } from '@/lib/auth/pages/console-page';
import { listSubscribers } from '@/lib/subscribers/queries/list';

export const metadata: Metadata = { title: 'Subscribers' };

export default consolePage(async ({ ctx, query }) => {
  const { view, filter } = await readListForPage(listSubscribers, ctx, query);
  return <SubscriberListPage key={JSON.stringify(filter)} initial={view} filter={filter} />;
});
