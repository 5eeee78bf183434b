import { queryOptions } from '@tanstack/react-query';
import { api, type Input } from '@/components/api/api';

export const subscriberListQuery = (filter: Input<'GET /subscribers'>) =>
  queryOptions({
    queryKey: ['subscriber', 'list', filter],
    queryFn: ({ signal }) => api('GET /subscribers', filter, { signal }),
  });
