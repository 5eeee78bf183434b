import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

export const datasetListQuery = (slug: string) =>
  queryOptions({
    queryKey: ['service', slug, 'datasets'],
    queryFn: ({ signal }) => api('GET /services/:slug/datasets', { slug }, { signal }),
    // Ages grow without an event.
    refetchInterval: 60_000,
  });
