import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

export interface ServiceListFilter {
  text: string;
  only: 'all' | 'open' | 'archived';
}

export const serviceListQuery = (filter: ServiceListFilter) =>
  queryOptions({
    queryKey: ['service', 'list', filter],
    queryFn: ({ signal }) => api('GET /services', filter, { signal }),
  });

export const serviceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['service', slug],
    queryFn: ({ signal }) => api('GET /services/:id', { id: slug }, { signal }),
  });
