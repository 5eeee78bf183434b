import { queryOptions } from '@tanstack/react-query';
import { api, type Input } from '@/components/api/api';

export const serviceListQuery = (filter: Input<'GET /services'>) =>
  queryOptions({
    queryKey: ['service', 'list', filter],
    queryFn: ({ signal }) => api('GET /services', filter, { signal }),
  });

export const serviceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['service', slug],
    queryFn: ({ signal }) => api('GET /services/:id', { id: slug }, { signal }),
  });
