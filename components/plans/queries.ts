import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan', id],
    queryFn: ({ signal }) => api('GET /plans/:id', { id }, { signal }),
  });
