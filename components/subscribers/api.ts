import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { SubscriberShow } from '@/lib/subscribers/schema';

export interface SubscribersAsked {
  show: SubscriberShow;
  text: string;
  after?: string;
}

export const subscriberListQuery = (asked: SubscribersAsked) =>
  queryOptions({
    queryKey: ['subscriber', 'list', asked],
    queryFn: ({ signal }) => api('GET /subscribers', asked, { signal }),
  });

export function endSubscription(id: string, key: string): Promise<unknown> {
  return writeApi('DELETE', `/api/v1/subscribers/${id}`, {}, key);
}
