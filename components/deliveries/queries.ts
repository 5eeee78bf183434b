import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import type { Show } from '@/lib/deliveries/queries/views';

export interface OutboxAsked {
  show: Show;
  after?: string | undefined;
}

/** A sent mail makes no hint, so what is on its way is asked for every few seconds. */
const settleMs = 4_000;

export const deliveryListQuery = ({ show, after }: OutboxAsked) =>
  queryOptions({
    queryKey: ['delivery', 'list', show, after ?? ''],
    queryFn: ({ signal }) => api('GET /deliveries', { show, after }, { signal }),
    refetchInterval: settleMs,
  });

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['delivery', id],
    queryFn: ({ signal }) => api('GET /deliveries/:id', { id }, { signal }),
    refetchInterval: settleMs,
  });

/** The mail as a mail program shows it. */
export function mailHref(id: string): string {
  return `/api/v1/deliveries/${id}/mail`;
}
