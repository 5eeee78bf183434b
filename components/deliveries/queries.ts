import { queryOptions } from '@tanstack/react-query';
import { api, type Input } from '@/components/api/api';

/** A sent mail makes no hint, so what is on its way is asked for every few seconds. */
const settleMs = 4_000;

export const deliveryListQuery = (filter: Input<'GET /deliveries'>) =>
  queryOptions({
    queryKey: ['delivery', 'list', filter],
    queryFn: ({ signal }) => api('GET /deliveries', filter, { signal }),
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
