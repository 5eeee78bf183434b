import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { ServiceList } from '@/components/services/service-list';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readListForPage } from '@/lib/auth/pages/read-for-page';
import type { SearchParams } from '@/lib/platform/rules/address';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Services' };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function ServicesPage({ searchParams }: Props) {
  const ctx = await requireMember('/services');
  const { view, refusal, filter } = await readListForPage(listServices, ctx, searchParams);
  if (!view) return <NotAllowed title="Services" reason={refusal} />;
  const all = await listServices(ctx, {});
  return <ServiceList key={JSON.stringify(filter)} initial={view} all={all} filter={filter} />;
}
