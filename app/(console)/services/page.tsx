import type { Metadata } from 'next';
import { ServiceList } from '@/components/services/service-list';
import { consolePage, readListForPage } from '@/lib/auth/pages/console-page';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Services' };

export default consolePage(async ({ ctx, query }) => {
  const { view, filter } = await readListForPage(listServices, ctx, query);
  const all = await listServices(ctx, {});
  return <ServiceList key={JSON.stringify(filter)} initial={view} all={all} filter={filter} />;
});
