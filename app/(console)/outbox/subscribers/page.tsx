import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { SubscriberListPage } from '@/components/subscribers/subscriber-list-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readListForPage } from '@/lib/auth/pages/read-for-page';
import type { SearchParams } from '@/lib/platform/rules/address';
import { listSubscribers } from '@/lib/subscribers/queries/list';

export const metadata: Metadata = { title: 'Subscribers' };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function Page({ searchParams }: Props) {
  const ctx = await requireMember('/outbox/subscribers');
  const { view, refusal, filter } = await readListForPage(listSubscribers, ctx, searchParams);
  if (!view) return <NotAllowed title="Subscribers" reason={refusal} />;
  return <SubscriberListPage key={JSON.stringify(filter)} initial={view} filter={filter} />;
}
