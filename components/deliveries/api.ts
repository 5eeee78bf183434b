import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { Show } from '@/lib/deliveries/queries/views';

export interface OutboxAsked {
  show: Show;
  after?: string | undefined;
}

/** A sent mail makes no hint, so what is on its way is asked for every few seconds. */
const settleMs = 4_000;

const deliveries = '/api/v1/deliveries';

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

export function retryDelivery(id: string, key: string): Promise<unknown> {
  return writeApi('POST', `${deliveries}/${id}/retry`, {}, key);
}

export function giveUpDelivery(id: string, key: string): Promise<unknown> {
  return writeApi('POST', `${deliveries}/${id}/give-up`, {}, key);
}

export function retryAllDeliveries(key: string): Promise<{ count: number }> {
  return writeApi<{ count: number }>('POST', `${deliveries}/retry`, {}, key);
}

/** The mail as a mail program shows it. */
export function mailHref(id: string): string {
  return `${deliveries}/${id}/mail`;
}
