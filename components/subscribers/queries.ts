import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
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
