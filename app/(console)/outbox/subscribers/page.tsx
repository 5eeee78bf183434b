import type { Metadata } from 'next';
import { SubscriberListPage } from '@/components/subscribers/subscriber-list-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { listSubscribers } from '@/lib/subscribers/queries/list';
import { subscriberShowSchema } from '@/lib/subscribers/schema';

export const metadata: Metadata = { title: 'Subscribers' };

interface Props {
  searchParams: Promise<{ show?: string; text?: string; after?: string }>;
}

export default async function Page({ searchParams }: Props) {
  const ctx = await requireMember('/outbox/subscribers');
  const params = await searchParams;
  const asked = {
    show: subscriberShowSchema.catch('all').parse(params.show),
    text: (params.text ?? '').slice(0, 254),
    ...(params.after ? { after: params.after.slice(0, 300) } : {}),
  };
  const initial = await listSubscribers(ctx, asked);
  return <SubscriberListPage key={JSON.stringify(asked)} initial={initial} asked={asked} />;
}
