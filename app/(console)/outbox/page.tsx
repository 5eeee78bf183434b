import type { Metadata } from 'next';
import { OutboxPage } from '@/components/deliveries/outbox-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { listDeliveries } from '@/lib/deliveries/queries/list';
import { readDelivery } from '@/lib/deliveries/queries/read';
import { showSchema } from '@/lib/deliveries/queries/views';
import { isAppError } from '@/lib/platform/errors';
import { allowed } from '@/lib/platform/policy';
import { subscriberPolicy } from '@/lib/subscribers/policy';

export const metadata: Metadata = { title: 'Outbox' };

interface Props {
  searchParams: Promise<{ show?: string; after?: string; id?: string }>;
}

export default async function Page({ searchParams }: Props) {
  const ctx = await requireMember('/outbox');
  const params = await searchParams;
  const show = showSchema.catch('all').parse(params.show);
  const asked = { show, after: params.after?.slice(0, 300) };
  const initial = await listDeliveries(ctx, { show, ...(asked.after ? { after: asked.after } : {}) });
  const id = params.id ?? initial.rows[0]?.id;
  // A message that is gone, or an address typed wrong: the list is shown all the same.
  const selected = id
    ? await readDelivery(ctx, { id }).catch((error: unknown) => {
        if (isAppError(error) && ['not_found', 'invalid'].includes(error.code)) return null;
        throw error;
      })
    : null;
  return (
    <OutboxPage
      key={`${show} ${asked.after ?? ''}`}
      initial={initial}
      selected={selected}
      asked={asked}
      chosen={Boolean(params.id && selected)}
      subscribers={allowed(subscriberPolicy['subscriber.list'], ctx.actor, false)}
    />
  );
}
