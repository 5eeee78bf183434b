import type { Metadata } from 'next';
import { ServiceList } from '@/components/services/service-list';
import { requireMember } from '@/lib/auth/pages/current-member';
import { allowed } from '@/lib/platform/policy';
import { servicePolicy } from '@/lib/services/policy';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Services' };

interface Props {
  searchParams: Promise<{ text?: string; only?: string }>;
}

export default async function ServicesPage({ searchParams }: Props) {
  const ctx = await requireMember('/services');
  const params = await searchParams;
  const only = params.only === 'open' || params.only === 'archived' ? params.only : 'all';
  const filter = { text: (params.text ?? '').slice(0, 120), only } as const;
  const [initial, all] = await Promise.all([listServices(ctx, filter), listServices(ctx, {})]);
  const canCreate = allowed(servicePolicy['service.create'], ctx.actor, false);
  return (
    <ServiceList
      key={`${only} ${filter.text}`}
      initial={initial}
      all={all}
      filter={filter}
      canCreate={canCreate}
    />
  );
}
