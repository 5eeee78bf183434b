import { queryOptions } from '@tanstack/react-query';
import { api, type Input } from '@/components/api/api';

export const subscriberListQuery = (asked: Input<'GET /subscribers'>) =>
  queryOptions({
    queryKey: ['subscriber', 'list', asked],
    queryFn: ({ signal }) => api('GET /subscribers', asked, { signal }),
  });
