import { queryOptions } from '@tanstack/react-query';
import { readApi, writeApi } from '@/components/api/call-api';
import type { SubscriberListView, SubscriberShow } from '@/lib/subscribers/schema';

export interface SubscribersAsked {
  show: SubscriberShow;
  text: string;
  after?: string;
}

export const subscriberListQuery = (asked: SubscribersAsked) =>
  queryOptions({
    queryKey: ['subscriber', 'list', asked],
    queryFn: ({ signal }) =>
      readApi<SubscriberListView>(`/api/v1/subscribers?${new URLSearchParams({ ...asked })}`, signal),
  });

export function endSubscription(id: string): Promise<unknown> {
  return writeApi('DELETE', `/api/v1/subscribers/${id}`);
}
