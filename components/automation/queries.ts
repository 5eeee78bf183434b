import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

export const endpointListQuery = queryOptions({
  queryKey: ['automation', 'list'],
  queryFn: ({ signal }) => api('GET /automation/endpoints', {}, { signal }),
});
